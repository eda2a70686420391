package io.quanyu.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads files of payloads. What is packed with gzip or zip is unpacked. */
public final class PayloadFiles {

    private PayloadFiles() {}

    /** The files that a path means: those in a folder, in the order of their names and without hidden ones; else itself. */
    public static List<Path> under(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !path.relativize(file).toString().matches("(?:.*/)?\\..*"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads a file from its beginning to its end.
     *
     * @param cut how files of its source become payloads
     * @param name where it lies, for messages
     * @param bytes the file as it lies there, packed or not; not closed
     * @param map a column map for a source that needs one; null if none is given
     * @throws IllegalArgumentException if the source needs a map and there is none, or the map or the file's header is
     *     wrong, or the file cannot be unpacked
     */
    public static void read(Cut cut, String name, InputStream bytes, @Nullable Path map, PayloadSink sink)
            throws IOException {
        Unpacked.each(name, bytes, map, file -> cut.cut(file, sink));
    }

    /** All payloads of a small file. */
    public static List<FilePayload> read(Cut cut, Path file, @Nullable Path map) throws IOException {
        List<FilePayload> payloads = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file)) {
            read(cut, file.toString(), bytes, map, payloads::add);
        }
        return payloads;
    }
}
