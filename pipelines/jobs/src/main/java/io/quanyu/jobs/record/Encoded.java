package io.quanyu.jobs.record;

import java.io.DataInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A record as bytes, and the few kinds of values that bytes are made of. One write of many bytes costs a stream little more than
 * a write of one, so a record is gathered here first.
 */
final class Encoded {

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int SEVEN = 7;
    private static final int LONGEST_NUMBER = 10;
    private static final int LARGEST_LATIN = 0xff;
    private static final int FIRST_BYTES = 512;
    private static final int LONGEST_SHORT = 16;

    /** Tenants, names of rules and kinds of events come again in each record: the short texts read last, so that equal ones share memory. */
    private static final String[] SHORT_READ = new String[1 << 10];

    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void clear() {
        length = 0;
    }

    /** A number that is seldom negative or large: seven bits to a byte, the sign in the lowest bit. */
    void number(long value) {
        bits((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    static long number(DataInput in) throws IOException {
        long bits = bits(in);
        return (bits >>> 1) ^ -(bits & 1);
    }

    /** A number any of whose bits may be set, such as a fingerprint. */
    void fixed(long value) {
        room(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    /** A count or an index, never negative. */
    void count(int value) {
        bits(value);
    }

    static int count(DataInput in) throws IOException {
        return (int) bits(in);
    }

    /** A text as it is, lone surrogates too: a byte for each character if all are Latin, else two. */
    void text(String text) {
        int characters = text.length();
        room(LONGEST_NUMBER + 2 * characters);
        int begin = length;
        bits((long) characters << 1);
        for (int i = 0; i < characters; i++) {
            char character = text.charAt(i);
            if (character > LARGEST_LATIN) {
                length = begin;
                wide(text);
                return;
            }
            bytes[length++] = (byte) character;
        }
    }

    private void wide(String text) {
        bits(((long) text.length() << 1) | 1);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            bytes[length++] = (byte) (character >>> Byte.SIZE);
            bytes[length++] = (byte) character;
        }
    }

    static String text(DataInput in) throws IOException {
        int header = count(in);
        int characters = header >>> 1;
        if ((header & 1) == 0) {
            byte[] latin = read(in, characters);
            return characters <= LONGEST_SHORT ? shared(latin) : new String(latin, StandardCharsets.ISO_8859_1);
        }
        byte[] pairs = read(in, 2 * characters);
        char[] text = new char[characters];
        for (int i = 0; i < characters; i++) {
            text[i] = (char) (((pairs[2 * i] & LARGEST_LATIN) << Byte.SIZE) | (pairs[2 * i + 1] & LARGEST_LATIN));
        }
        return new String(text);
    }

    private static String shared(byte[] latin) {
        int place = Arrays.hashCode(latin) & (SHORT_READ.length - 1);
        // Threads may overwrite each other's: it is one good text or the other.
        String before = SHORT_READ[place];
        if (before != null && isSame(before, latin)) {
            return before;
        }
        String text = new String(latin, StandardCharsets.ISO_8859_1);
        SHORT_READ[place] = text;
        return text;
    }

    private static boolean isSame(String text, byte[] latin) {
        if (text.length() != latin.length) {
            return false;
        }
        for (int i = 0; i < latin.length; i++) {
            if (text.charAt(i) != (latin[i] & LARGEST_LATIN)) {
                return false;
            }
        }
        return true;
    }

    void flag(boolean value) {
        room(1);
        bytes[length++] = (byte) (value ? 1 : 0);
    }

    void block(byte[] value) {
        count(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    static byte[] block(DataInput in) throws IOException {
        return read(in, count(in));
    }

    private static byte[] read(DataInput in, int length) throws IOException {
        byte[] read = new byte[length];
        in.readFully(read);
        return read;
    }

    private void bits(long value) {
        room(LONGEST_NUMBER);
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            bytes[length++] = (byte) ((rest & SEVEN_BITS) | MORE);
            rest >>>= SEVEN;
        }
        bytes[length++] = (byte) rest;
    }

    private static long bits(DataInput in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += SEVEN) {
            byte next = in.readByte();
            value |= (long) (next & SEVEN_BITS) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("A number of more than " + LONGEST_NUMBER + " bytes: this is no record of Quanyu's");
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
