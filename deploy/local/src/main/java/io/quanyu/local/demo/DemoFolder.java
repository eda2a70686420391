package io.quanyu.local.demo;

import io.quanyu.local.platform.Leftover;
import io.quanyu.local.process.StartFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps demos away from folders that hold something else. */
final class DemoFolder {

    /** What a platform and a demo make; whatever else lies in the folder is not ours. The world's file goes last. */
    private static final List<String> PARTS = List.of(
            "platform.json",
            "platform.out",
            "health.json",
            "observation.json",
            "form.json",
            "rebuild.json",
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
            "keys-fingerprints",
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

    /** Deletes the demo that a folder holds; a folder without one is left as it is. No platform may run on it. */
    static void clear(Path folder) {
        if (WorldFile.in(folder).isEmpty()) {
            return;
        }
        PARTS.forEach(part -> Leftover.delete(folder.resolve(part)));
    }
}
