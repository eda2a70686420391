package io.quanyu.serve.ask.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.serve.ask.platform.Passwords.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the parts of a running platform answer. The platform writes it into its data folder once everything is ready,
 * and every other command reads it there.
 *
 * @param pid process that holds the platform
 * @param kafka bootstrap servers, for example {@code 127.0.0.1:9092}
 * @param trino address of the coordinator, for example {@code https://127.0.0.1:8080}
 * @param flink address of the web UI, for example {@code http://127.0.0.1:8081}
 * @param passwords how to come in to both
 */
public record RunningPlatform(long pid, String kafka, String trino, String flink, Passwords passwords) {

    /** Name of the file in the data folder. */
    public static final String FILE = "platform.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The platform that runs on a data folder.
     *
     * @throws PlatformUnreachable if none does, or if the one that wrote the file is gone
     */
    public static RunningPlatform read(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        RunningPlatform platform = parse(file, dataFolder);
        if (!platform.isAlive()) {
            throw new PlatformUnreachable("The platform on " + dataFolder.toAbsolutePath() + " is gone: process "
                    + platform.pid + " of " + FILE + " does not run. Start it with ./quanyu up");
        }
        return platform;
    }

    /** Writes the file in one step, so that a reader sees all of it or nothing. */
    public void write(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        Path draft = dataFolder.resolve(FILE + ".tmp");
        try {
            Files.createDirectories(dataFolder);
            Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** A connection to Trino with catalog {@code lake}, that reads and writes. The caller closes it. */
    public Connection connect() throws SQLException {
        return connect(User.QUANYU);
    }

    /** The same for a user. */
    public Connection connect(User user) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user.title());
        properties.setProperty("password", passwords.of(user));
        properties.setProperty("SSL", "true");
        properties.setProperty("SSLTrustStorePath", passwords.certificate().toString());
        properties.setProperty("source", "quanyu");
        return DriverManager.getConnection("jdbc:trino://" + authority(trino) + "/lake", properties);
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static RunningPlatform parse(Path file, Path dataFolder) {
        try {
            RunningPlatform platform = JSON.readValue(Files.readString(file), RunningPlatform.class);
            if (platform.passwords == null) {
                throw new PlatformUnreachable("The platform on " + dataFolder.toAbsolutePath()
                        + " was started by an older build, which had no"
                        + " passwords. Restart it with ./quanyu down, ./quanyu up");
            }
            return platform;
        } catch (NoSuchFileException e) {
            throw new PlatformUnreachable(
                    "No platform runs on " + dataFolder.toAbsolutePath()
                            + ". Start it with ./quanyu up, or name its folder with --data DIR",
                    e);
        } catch (JsonProcessingException e) {
            throw new PlatformUnreachable(
                    file + " is not readable: " + e.getOriginalMessage() + ". Restart with ./quanyu down, ./quanyu up",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static String authority(String address) {
        int scheme = address.indexOf("://");
        return scheme < 0 ? address : address.substring(scheme + "://".length());
    }
}
