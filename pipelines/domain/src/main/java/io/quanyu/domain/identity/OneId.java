package io.quanyu.domain.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The name of a person: {@code p} and 80 bits that derive from its anchor, so that a full rebuild yields it again. */
public final class OneId {

    private static final int BYTES = 10;
    private static final int DIGITS = 16;
    private static final int RADIX = 32;

    private OneId() {}

    /** The id of the person whom {@code anchor} names. */
    public static String of(Identifier anchor) {
        byte[] hash = sha256(anchor.text());
        String digits = new BigInteger(1, hash, 0, BYTES).toString(RADIX);
        return "p" + "0".repeat(DIGITS - digits.length()) + digits;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one does not", e);
        }
    }
}
