package io.quanyu.bench;

import java.nio.charset.StandardCharsets;

/** Numbers that look random and texts made of them, each a function of what it is asked for. */
final class Digits {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int BITS = 4;
    private static final int IN_A_LONG = Long.SIZE / BITS;

    private Digits() {}

    /** 64 bits that depend on all bits of both: the mixing step of SplitMix64. */
    static long mix(long one, long other) {
        long z = one * GOLDEN_GAMMA + other;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A text of {@code length} bytes: the prefix, and hexadecimal digits of {@code number}. */
    static String text(String prefix, long number, int length) {
        byte[] text = new byte[length];
        for (int i = 0; i < prefix.length(); i++) {
            text[i] = (byte) prefix.charAt(i);
        }
        long bits = 0;
        for (int i = prefix.length(), digit = 0; i < length; i++, digit++) {
            if (digit % IN_A_LONG == 0) {
                bits = mix(number, digit);
            }
            text[i] = HEX[(int) (bits & (HEX.length - 1))];
            bits >>>= BITS;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
