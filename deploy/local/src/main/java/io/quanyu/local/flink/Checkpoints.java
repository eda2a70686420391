package io.quanyu.local.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints of one job, as {@code <job id>/chk-<n>/_metadata}. A job that resumes has a new id, because an Iceberg
 * sink may drop what it commits under an old one; the folder of the run before stays until the next start.
 *
 * @param folder checkpoints of the job
 */
public record Checkpoints(Path folder) {

    private static final String METADATA = "_metadata";

    /** The newest checkpoint that is complete: Flink writes its metadata last, and in one step. */
    public Optional<Path> newest() {
        return complete().stream().max(Comparator.comparing(Checkpoints::writtenAt));
    }

    /** Deletes the folders of runs that {@code kept} does not belong to. */
    void deleteAllBut(Path kept) {
        for (Path run : children(folder)) {
            if (!kept.startsWith(run)) {
                delete(run);
            }
        }
    }

    /** Deletes all of it. */
    public void deleteAll() {
        if (Files.isDirectory(folder)) {
            delete(folder);
        }
    }

    private List<Path> complete() {
        return children(folder).stream()
                .flatMap(run -> children(run).stream())
                .filter(checkpoint -> Files.isRegularFile(checkpoint.resolve(METADATA)))
                .toList();
    }

    private static FileTime writtenAt(Path checkpoint) {
        try {
            return Files.getLastModifiedTime(checkpoint.resolve(METADATA));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + checkpoint + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete old checkpoints in " + folder + ": " + e.getMessage(), e);
        }
    }
}
