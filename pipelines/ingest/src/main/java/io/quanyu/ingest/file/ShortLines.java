package io.quanyu.ingest.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Leaves out what a line has beyond a length, so that a line without an end takes no more memory than any other. */
final class ShortLines extends FilterReader {

    private final int longest;
    private int length;

    ShortLines(Reader in, int longest) {
        super(in);
        this.longest = longest;
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int read;
        int kept;
        do {
            read = super.read(buffer, offset, count);
            kept = read < 0 ? read : shortened(buffer, offset, read);
        } while (read > 0 && kept == 0);
        return kept;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    /** Moves together what stays, and returns how much that is. */
    private int shortened(char[] buffer, int offset, int count) {
        int end = offset;
        for (int index = offset; index < offset + count; index++) {
            char sign = buffer[index];
            boolean ends = sign == '\n' || sign == '\r';
            length = ends ? 0 : length + 1;
            if (length <= longest) {
                buffer[end++] = sign;
            } else {
                length = longest + 1;
            }
        }
        return end - offset;
    }
}
