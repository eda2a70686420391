package io.quanyu.local.process;

import io.quanyu.serve.ask.platform.Passwords;
import io.quanyu.serve.ask.platform.Passwords.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes passwords that nobody can guess. */
public final class NewPasswords {

    private static final int BYTES = 16;

    private NewPasswords() {}

    /** A password for each user who has none; those who have one keep it. */
    public static void makeMissing(Passwords passwords) {
        for (User user : User.values()) {
            makeMissing(passwords.file(user));
        }
    }

    /** One that no other process is told but by a file of its own. */
    static String any() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void makeMissing(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, any() + "\n");
            }
        } catch (IOException e) {
            throw new StartFailed("Cannot write the password " + file + ": " + e.getMessage(), e);
        }
    }
}
