package io.quanyu.ingest.door;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The parts of a file, in order. Blanks around a part are no part of it, and a blank part is none. */
public final class Pieces {

    private Pieces() {}

    /** Parts that end with the given text, which stays with them; what follows the last one is a part as well. */
    public static List<byte[]> endingWith(String text, byte[] content) {
        byte[] mark = text.getBytes(StandardCharsets.UTF_8);
        List<byte[]> pieces = new ArrayList<>();
        int start = 0;
        for (int end = mark.length; end <= content.length; end++) {
            if (Arrays.equals(content, end - mark.length, end, mark, 0, mark.length)) {
                addUnlessBlank(pieces, content, start, end);
                start = end;
            }
        }
        addUnlessBlank(pieces, content, start, content.length);
        return pieces;
    }

    private static void addUnlessBlank(List<byte[]> pieces, byte[] content, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && Character.isWhitespace(content[first])) {
            first++;
        }
        while (last > first && Character.isWhitespace(content[last - 1])) {
            last--;
        }
        if (first < last) {
            pieces.add(Arrays.copyOfRange(content, first, last));
        }
    }
}
