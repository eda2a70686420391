package io.quanyu.local.lifecycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.local.platform.PlatformFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file of the data folder in which a running platform tells those outside how it is.
 *
 * @param name of the file
 * @param type of what is told, a record
 */
record DataFile<T>(String name, Class<T> type) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was told last; nothing is told where {@code otherwise} is returned. */
    T in(PlatformFolder data, T otherwise) {
        try {
            return JSON.readValue(Files.readString(file(data)), type);
        } catch (IOException untold) {
            return otherwise;
        }
    }

    /** Writes it in one step, so that a reader sees all of it or nothing. */
    void write(PlatformFolder data, T told) throws IOException {
        Path draft = data.root().resolve(name + ".tmp");
        Files.writeString(draft, JSON.writeValueAsString(told));
        Files.move(draft, file(data), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    void delete(PlatformFolder data) throws IOException {
        Files.deleteIfExists(file(data));
    }

    private Path file(PlatformFolder data) {
        return data.root().resolve(name);
    }
}
