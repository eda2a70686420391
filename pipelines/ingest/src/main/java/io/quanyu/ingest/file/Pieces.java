package io.quanyu.ingest.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a file, in order, one at a time. Blanks around a part are no part of it, and a blank part is none.
 */
public final class Pieces {

    /** No platform sends more at once, and several must fit into memory. */
    private static final int LONGEST = 64 << 20;

    private final PayloadFile file;
    private final BufferedInputStream in;
    private final byte[] end;
    private long number;

    private Pieces(PayloadFile file, byte[] end) {
        this.file = file;
        this.in = file.content();
        this.end = end;
    }

    /** Parts that end with the given text, which stays with them; what follows the last one is a part as well. */
    public static void endingWith(String text, PayloadFile file, PayloadSink sink) throws IOException {
        var pieces = new Pieces(file, text.getBytes(StandardCharsets.UTF_8));
        for (byte[] piece = pieces.next(); piece != null; piece = pieces.next()) {
            if (piece.length > 0) {
                pieces.give(piece, sink);
            }
        }
    }

    static void lines(PayloadFile file, PayloadSink sink) throws IOException {
        endingWith("\n", file, sink);
    }

    private void give(byte[] piece, PayloadSink sink) {
        sink.take(new FilePayload(String.valueOf(number++), Map.of(), piece));
    }

    /** Null at the end of the file. */
    private byte @Nullable [] next() throws IOException {
        var piece = new Piece();
        int last = end[end.length - 1];
        for (int read = in.read(); read >= 0; read = in.read()) {
            piece.write(read);
            if (read == last && piece.endsWith(end)) {
                return piece.stripped();
            }
            if (piece.size() > LONGEST) {
                throw tooLong(file.name());
            }
        }
        return piece.size() == 0 ? null : piece.stripped();
    }

    static IllegalArgumentException tooLong(String file) {
        return new IllegalArgumentException(file + " has a part of more than " + (LONGEST >> 20)
                + " MiB without an end: it is not what its source sends");
    }

    static boolean isTooLong(int size) {
        return size > LONGEST;
    }

    /** A part in the making. */
    static final class Piece extends ByteArrayOutputStream {

        boolean endsWith(byte[] text) {
            if (count < text.length) {
                return false;
            }
            for (int index = 0; index < text.length; index++) {
                if (buf[count - text.length + index] != text[index]) {
                    return false;
                }
            }
            return true;
        }

        byte[] stripped() {
            int first = 0;
            int last = count;
            while (first < last && Character.isWhitespace(buf[first])) {
                first++;
            }
            while (last > first && Character.isWhitespace(buf[last - 1])) {
                last--;
            }
            return Arrays.copyOfRange(buf, first, last);
        }
    }
}
