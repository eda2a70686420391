package io.quanyu.ingest.door;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads files of payloads. A file whose name ends in {@code .gz} is unpacked first. */
public final class PayloadFiles {

    private PayloadFiles() {}

    /**
     * Reads a file of the given source.
     *
     * @param map a column map for a source that needs one; null if none is given
     * @throws IllegalArgumentException if the source needs a map and there is none, or the map or the file's header is
     *     wrong
     */
    public static List<FilePayload> read(Source source, Path file, @Nullable Path map) throws IOException {
        return source.cut().cut(file, withoutMark(bytes(file)), map);
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllBytes(file);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static byte[] withoutMark(byte[] content) {
        boolean marked = content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(content, 3, content.length) : content;
    }
}
