package io.quanyu.local;

import io.quanyu.local.platform.PlatformFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the platform that runs on a folder was started by {@code up}, for a command that has to end it for a while. */
final class UpFile {

    private UpFile() {}

    /** Of this process. */
    static void write(PlatformFolder folder, List<String> options) {
        try {
            Files.writeString(file(folder), ProcessHandle.current().pid() + "\n" + String.join("\n", options) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(folder), e);
        }
    }

    /** The options of a process; empty if it is none that {@code up} started, such as a demo. */
    static Optional<List<String>> of(PlatformFolder folder, long pid) {
        try {
            List<String> lines = Files.exists(file(folder)) ? Files.readAllLines(file(folder)) : List.of();
            return lines.isEmpty() || !lines.get(0).equals(Long.toString(pid))
                    ? Optional.empty()
                    : Optional.of(lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(folder), e);
        }
    }

    private static Path file(PlatformFolder folder) {
        return folder.root().resolve("up.options");
    }
}
