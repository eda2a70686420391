package io.quanyu.local.flink;

import io.quanyu.local.platform.Leftover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checkpoints of one job, as {@code <job id>/chk-<n>/_metadata}. A job that resumes has a new id, because an Iceberg
 * sink may drop what it commits under an old one; the folder of the run before stays until the next start.
 *
 * @param folder checkpoints of the job
 */
public record Checkpoints(Path folder) {

    /** Those that are complete, the newest first: Flink writes its metadata last, and in one step. */
    List<Checkpoint> newestFirst() {
        return children(folder).stream()
                .flatMap(run -> children(run).stream())
                .filter(path -> Files.isRegularFile(path.resolve(Checkpoint.METADATA)))
                .map(Checkpoint::new)
                .sorted(Comparator.comparing(Checkpoints::writtenAt).reversed())
                .toList();
    }

    /** The newest that can be read. */
    public Optional<Checkpoint> newest() {
        return newestFirst().stream()
                .filter(checkpoint -> checkpoint.flaw().isEmpty())
                .findFirst();
    }

    /** Those that are newer than the newest that can be read, with what is wrong with each, in words; empty if nothing is. */
    public List<String> flaws() {
        return newestFirst().stream()
                .map(Checkpoint::flaw)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Ids of the runs that have saved themselves after a checkpoint of another run. */
    Set<String> runsAfter(Checkpoint checkpoint) {
        return newestFirst().stream()
                .takeWhile(newer -> !newer.equals(checkpoint))
                .map(Checkpoint::run)
                .filter(run -> !run.equals(checkpoint.run()))
                .collect(Collectors.toSet());
    }

    /** Deletes the folders of all runs but these. */
    void deleteAllBut(Set<String> runs) {
        for (Path run : children(folder)) {
            if (!runs.contains(run.getFileName().toString())) {
                Leftover.delete(run);
            }
        }
    }

    /** Deletes all of it. */
    public void deleteAll() {
        Leftover.delete(folder);
    }

    private static FileTime writtenAt(Checkpoint checkpoint) {
        try {
            return Files.getLastModifiedTime(checkpoint.path().resolve(Checkpoint.METADATA));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + checkpoint.path() + ": " + e.getMessage(), e);
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
}
