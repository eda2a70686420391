package io.quanyu.serve.ask.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;

/**
 * How those who may read the data folder come in to Trino and to Flink's page: a password for each user, and the certificate by which they
 * know that it is this Trino that they give it to.
 *
 * @param folder a file a user, named after the user, and the certificate
 */
public record Passwords(Path folder) {

    /** Who can come in. */
    public enum User {
        /** The platform itself: reads and writes the lake. */
        QUANYU,

        /** Reads the lake and Flink's page, and changes nothing. */
        ANALYST;

        /** As it is written: also the name of the file. */
        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** File of a password. */
    public Path file(User user) {
        return folder.resolve(user.title());
    }

    /** Certificate of Trino, in PEM. */
    public Path certificate() {
        return folder.resolve("trino.pem");
    }

    /**
     * The password of a user.
     *
     * @throws PlatformUnreachable if it cannot be read
     */
    public String of(User user) {
        try {
            return Files.readString(file(user)).strip();
        } catch (IOException e) {
            throw new PlatformUnreachable(
                    "Cannot read the password of " + user.title() + " in " + file(user) + ": "
                            + e.getClass().getSimpleName()
                            + ". It belongs to whoever started the platform; if it is lost, restart with ./quanyu down, ./quanyu up",
                    e);
        }
    }

    /** Value of the header {@code Authorization} of a request. */
    public String authorization(User user) {
        String both = user.title() + ":" + of(user);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
