package io.quanyu.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The door of an HTTP port that only this machine's own users may use. They have a password each, in a folder that only the platform's
 * owner may read: one file a user, named after the user. A file that is replaced counts at once.
 *
 * <p>A page of the web that a user's browser shows reaches 127.0.0.1, too: by a name of its own that it points here, which the {@code Host}
 * tells, or from its own place, which the {@code Origin} tells.
 *
 * @param passwords the folder
 */
public record Door(Path passwords) {

    private static final Pattern HERE = Pattern.compile("(?:127\\.0\\.0\\.1|localhost|\\[::1])(?::[0-9]{1,5})?");
    private static final Pattern USER = Pattern.compile("[a-z]+");
    private static final String BASIC = "Basic ";

    /** What the door says to a request. */
    public sealed interface Answer {

        /** It comes from a user of this machine. */
        record Welcome(String user) implements Answer {}

        /** It says who it is from, but not rightly, or does not say it. */
        record Unknown(String why) implements Answer {}

        /** It comes from elsewhere, whoever it is from. */
        record Foreign(String why) implements Answer {}
    }

    /**
     * Looks at the headers of a request; null stands for one that it lacks.
     *
     * @param authorization user and password as RFC 7617 has them
     */
    public Answer answer(@Nullable String host, @Nullable String origin, @Nullable String authorization) {
        if (host == null || !HERE.matcher(host).matches()) {
            return new Answer.Foreign("This is not the host that was asked for: use 127.0.0.1 or localhost");
        }
        if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)) {
            return new Answer.Foreign("A page from elsewhere may not ask here");
        }
        return authorization == null
                ? new Answer.Unknown("Who asks? User and password are missing; the platform keeps them in " + passwords)
                : authenticated(authorization);
    }

    private Answer authenticated(String authorization) {
        String given = authorization.startsWith(BASIC) ? decoded(authorization.substring(BASIC.length())) : "";
        int colon = given.indexOf(':');
        return colon > 0 ? answer(given.substring(0, colon), given.substring(colon + 1)) : wrong();
    }

    /** Looks at a user and a password. */
    public Answer answer(String user, String password) {
        return isRight(user, password) ? new Answer.Welcome(user) : wrong();
    }

    private Answer wrong() {
        return new Answer.Unknown("User or password is wrong; the platform keeps them in " + passwords);
    }

    private boolean isRight(String user, String password) {
        // A user is part of a path here.
        if (!USER.matcher(user).matches()) {
            return false;
        }
        try {
            String right = Files.readString(passwords.resolve(user)).strip();
            return !right.isEmpty() && MessageDigest.isEqual(bytes(right), bytes(password));
        } catch (IOException e) {
            return false;
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
