package io.quanyu.local.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild that was asked for and is not over, in the data folder: so it goes on after a crash, and whoever asked sees how far it is.
 *
 * @param generation its number; 0 before it begins
 * @param cause why, in words
 * @param parallelism of its job while it catches up; 0 for that of the platform
 * @param left records of facts and ticks that it has still to read
 * @param of how many there are
 * @param failure why it does not go on until somebody asks again; null if it does
 */
public record RebuildFile(
        long generation, String cause, int parallelism, long left, long of, @Nullable String failure) {

    private static final String FILE = "rebuild.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A rebuild is asked for. */
    public static RebuildFile asked(String cause, int parallelism) {
        return new RebuildFile(0, cause, parallelism, 0, 0, null);
    }

    /** The one of a data folder; empty if there is none. */
    public static Optional<RebuildFile> in(PlatformFolder data) {
        Path file = data.root().resolve(FILE);
        try {
            return Optional.of(JSON.readValue(Files.readString(file), RebuildFile.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new StartFailed(file + " is not readable: delete it, and ask again with ./quanyu rebuild", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The one that is to go on; empty if there is none, or it has failed. */
    public static Optional<RebuildFile> goingOn(PlatformFolder data) {
        return in(data).filter(file -> file.failure() == null);
    }

    RebuildFile failed(String why) {
        return new RebuildFile(generation, cause, parallelism, left, of, why);
    }

    /** It goes on where it failed. */
    public RebuildFile again() {
        return new RebuildFile(generation, cause, parallelism, left, of, null);
    }

    RebuildFile begun(long number) {
        return new RebuildFile(number, cause, parallelism, left, of, null);
    }

    RebuildFile at(long stillLeft, long all) {
        return new RebuildFile(generation, cause, parallelism, stillLeft, all, null);
    }

    /** Writes it in one step, so that a reader sees all of it or nothing. */
    public void write(PlatformFolder data) {
        Path file = data.root().resolve(FILE);
        Path draft = data.root().resolve(FILE + ".tmp");
        try {
            Files.writeString(draft, JSON.writeValueAsString(this));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** It is over. */
    static void delete(PlatformFolder data) {
        try {
            Files.deleteIfExists(data.root().resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + data.root().resolve(FILE) + ": " + e.getMessage(), e);
        }
    }
}
