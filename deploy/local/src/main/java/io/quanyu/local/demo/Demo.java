package io.quanyu.local.demo;

import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.local.lifecycle.EmbeddedPlatform;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Progress;
import io.quanyu.world.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.Optional;

/** A merchant's month in a data folder: prepared, played to its end however often it is broken off, and answered. */
public final class Demo {

    private final PlatformFolder folder;
    private final WorldFile file;
    private final Phases phases = new Phases();

    private Demo(PlatformFolder folder, WorldFile file) {
        this.folder = folder;
        this.file = file;
    }

    /** Remembers in the folder which world it plays, and that its time is virtual: from now on nobody else may tick. */
    static Demo in(PlatformFolder folder, WorldFile file) {
        file.write(folder.root());
        try {
            Files.writeString(folder.clockFile(), "virtual\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder.clockFile() + ": " + e.getMessage(), e);
        }
        return new Demo(folder, file);
    }

    /** Whose time a platform that starts on the folder goes on with: that of a demo until it has been played to its end. */
    public static ClockTime timeOf(PlatformFolder folder) {
        boolean over = WorldFile.in(folder.root()).map(WorldFile::finished).orElse(false);
        return over ? ClockTime.LIVE : folder.time();
    }

    /**
     * Plays the rest of a demo that was broken off in this folder, in its own time. Once it is played to its end the wall clock
     * takes over, so that a user's own facts count from now on. Does nothing in a folder without a demo.
     */
    public static void resume(EmbeddedPlatform platform, PlatformFolder folder, Progress progress) throws Exception {
        Optional<WorldFile> world = WorldFile.in(folder.root());
        if (world.isEmpty()) {
            return;
        }
        try {
            if (!world.get().finished()) {
                progress.say(
                        "World  goes on with the demo of seed " + world.get().seed() + " that was broken off");
                new Demo(folder, world.get()).play(platform, progress);
            }
            Files.deleteIfExists(folder.clockFile());
            progress.say("World  the demo's month is over: from now on time is that of the wall clock");
        } catch (Exception e) {
            if (!platform.isClosed()) {
                throw e;
            }
        }
    }

    Phases phases() {
        return phases;
    }

    /** Plays what is still to come, and remembers that it is done. */
    World play(EmbeddedPlatform platform, Progress progress) throws Exception {
        World[] world = new World[1];
        phases.time("world", () -> world[0] = file.world());
        new Playback(platform, progress, phases).play(world[0]);
        file.asFinished().write(folder.root());
        return world[0];
    }

    /** Prints the answers of a played month. */
    void answer(EmbeddedPlatform platform, World world, PrintWriter out) throws Exception {
        platform.untilWhole();
        try (Connection trino = platform.addresses().connect()) {
            var report = new Report(trino, world, out);
            phases.time("answer", () -> report.print(folder.root().resolve("exports")));
            report.phases(phases);
        }
        out.flush();
    }
}
