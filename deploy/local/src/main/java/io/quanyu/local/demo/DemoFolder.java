package io.quanyu.local.demo;

import io.quanyu.local.process.StartFailed;
import io.quanyu.serve.ask.platform.PlatformUnreachable;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps demos away from folders that hold something else. */
final class DemoFolder {

    /** What a platform and a demo make; whatever else lies in the folder is not ours. The world's file goes last. */
    private static final List<String> PARTS = List.of(
            "platform.json",
            "platform.out",
            "kafka",
            "trino",
            "flink",
            "lake",
            "catalog.db",
            "catalog.db-wal",
            "catalog.db-shm",
            "checkpoints",
            "cluster-checkpoints",
            "jobs.properties",
            "keys",
            "logs",
            "exports",
            "clock",
            "world.json");

    private DemoFolder() {}

    /**
     * Which world to play in a folder: the one that it holds, else the one asked for.
     *
     * @throws StartFailed if the folder holds another world than asked for, or a platform that is no demo
     */
    static WorldFile choose(Path folder, @Nullable Long seed, @Nullable Integer people, WorldFile fallback) {
        Optional<WorldFile> held = WorldFile.in(folder);
        if (held.isEmpty() && Files.exists(folder.resolve("kafka"))) {
            throw new StartFailed("The data folder " + folder
                    + " holds a platform that is no demo: choose another folder with --data DIR");
        }
        WorldFile base = held.orElse(fallback);
        long wantedSeed = seed == null ? base.seed() : seed;
        int wantedPeople = people == null ? base.people() : people;
        if (held.isPresent() && (wantedSeed != base.seed() || wantedPeople != base.people())) {
            throw new StartFailed("The data folder " + folder + " holds the demo of seed " + base.seed() + " with "
                    + base.people() + " people: add --fresh to start over, or choose another folder with --data DIR");
        }
        return held.orElse(new WorldFile(wantedSeed, wantedPeople, false));
    }

    /**
     * Deletes the demo that a folder holds; a folder without one is left as it is.
     *
     * @throws StartFailed if a platform runs on it
     */
    static void clear(Path folder) {
        if (WorldFile.in(folder).isEmpty()) {
            return;
        }
        if (runs(folder)) {
            throw new StartFailed("A platform runs on " + folder + ": end it with ./quanyu down before --fresh");
        }
        try {
            for (String part : PARTS) {
                delete(folder.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path part) throws IOException {
        if (!Files.exists(part)) {
            return;
        }
        try (Stream<Path> below = Files.walk(part)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    private static boolean runs(Path folder) {
        try {
            RunningPlatform.read(folder);
            return true;
        } catch (PlatformUnreachable e) {
            return false;
        }
    }
}
