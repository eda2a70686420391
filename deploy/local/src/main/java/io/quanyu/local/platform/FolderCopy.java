package io.quanyu.local.platform;

import io.quanyu.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Copies the data folder of a platform that is down. A copy that is broken off has another name, so nobody takes it for one. */
public final class FolderCopy {

    private static final Duration SAY_EVERY = Duration.ofSeconds(5);

    /** What a platform makes anew at its next start. */
    private static final Set<String> PASSING = Set.of(
            "flink",
            "trino",
            "logs",
            "lock",
            "platform.json",
            "health.json",
            "observation.json",
            "up.options",
            "jobs.properties");

    private final Path from;
    private final Path to;
    private final Progress progress;

    private FolderCopy(Path from, Path to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /**
     * Copies a folder; the copy is the data folder of a platform, too.
     *
     * @param to where nothing is, or an empty folder
     * @throws StartFailed if there is something, the disk has no room, or the copy fails
     */
    public static void copy(PlatformFolder from, PlatformFolder to, Progress progress) {
        try {
            new FolderCopy(from.root(), to.root(), progress).run();
        } catch (IOException failure) {
            throw new StartFailed("Cannot copy " + from.root() + " to " + to.root() + ": " + failure, failure);
        }
    }

    private void run() throws IOException {
        if (!Files.exists(from.resolve("catalog.db"))) {
            throw new StartFailed(from + " is no data folder of a platform: it has no catalog.db");
        }
        if (to.startsWith(from) || !isEmpty(to)) {
            throw new StartFailed(to + (to.startsWith(from) ? " lies in " + from : " is not empty")
                    + ": choose a folder that is empty, or not there yet");
        }
        Path parent = Files.createDirectories(to.resolveSibling(""));
        List<Path> all = files();
        long bytes = all.stream().mapToLong(file -> file.toFile().length()).sum();
        long free = Files.getFileStore(parent).getUsableSpace();
        if (free < bytes) {
            throw new StartFailed("The disk of " + to + " has " + (free >> 20) + " MiB free, and " + from + " has "
                    + (bytes >> 20) + " MiB: free some, or choose another disk");
        }
        Path draft = to.resolveSibling(to.getFileName() + ".partial");
        copyAll(all, bytes, draft);
        Files.deleteIfExists(to);
        Files.move(draft, to);
    }

    private void copyAll(List<Path> all, long bytes, Path draft) throws IOException {
        long done = 0;
        long said = System.nanoTime();
        for (Path file : all) {
            Path copy = draft.resolve(from.relativize(file));
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
                continue;
            }
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            done += Files.size(copy);
            if (System.nanoTime() - said > SAY_EVERY.toNanos()) {
                progress.say("Copied   " + (done >> 20) + " of " + (bytes >> 20) + " MiB");
                said = System.nanoTime();
            }
        }
        progress.say("Copied   " + (done >> 20) + " MiB to " + to);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            return all.filter(file ->
                            !PASSING.contains(from.relativize(file).getName(0).toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }
}
