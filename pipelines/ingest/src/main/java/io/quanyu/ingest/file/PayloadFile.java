package io.quanyu.ingest.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being read.
 *
 * @param name where it lies, for messages; of a file in an archive, both names
 * @param content its bytes, unpacked and without byte order mark
 * @param map a column map for a source that needs one; null if none is given
 */
public record PayloadFile(String name, BufferedInputStream content, @Nullable Path map) {

    private static final int HEAD = 1 << 20;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static PayloadFile of(String name, InputStream unpacked, @Nullable Path map) throws IOException {
        var content = new BufferedInputStream(unpacked, 1 << 16);
        content.mark(MARK.length);
        if (!Arrays.equals(content.readNBytes(MARK.length), MARK)) {
            content.reset();
        }
        return new PayloadFile(name, content, map);
    }

    /** Its first mebibyte, or all of a smaller one. The content still begins with it. */
    public byte[] head() throws IOException {
        content.mark(HEAD);
        byte[] head = content.readNBytes(HEAD);
        content.reset();
        return head;
    }

    /** True if the head is all. */
    public static boolean isWhole(byte[] head) {
        return head.length < HEAD;
    }
}
