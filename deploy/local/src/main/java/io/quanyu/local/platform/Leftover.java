package io.quanyu.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files that nobody needs any more. */
public final class Leftover {

    private Leftover() {}

    /** Deletes a file, or a folder with all that is in it; nothing if it is not there. */
    public static void delete(Path leftover) {
        if (!Files.exists(leftover)) {
            return;
        }
        try (Stream<Path> below = Files.walk(leftover)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + leftover + ": " + e.getMessage(), e);
        }
    }

    /** Deletes what is in a folder, and leaves the folder. */
    public static void deleteBelow(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            children.forEach(Leftover::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
