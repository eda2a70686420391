package io.quanyu.local.demo;

import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.local.lifecycle.EmbeddedPlatform;
import io.quanyu.local.lifecycle.FlinkOption;
import io.quanyu.local.lifecycle.PlatformLaunch;
import io.quanyu.local.lifecycle.PortOptions;
import io.quanyu.local.lifecycle.Rebuild;
import io.quanyu.local.platform.FolderLock;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Progress;
import io.quanyu.serve.command.DataFolder;
import io.quanyu.serve.command.ExitCode;
import io.quanyu.world.Size;
import io.quanyu.world.World;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays a merchant's September and prints what it answers. */
@Command(
        name = "demo",
        description = "Plays a merchant's September through the platform and prints what it answers.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DemoCommand implements Callable<Integer> {

    private static final long SEED = 20260901;

    /** The player asks for checkpoints itself; this only bounds what a crash costs. */
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(30);

    @Option(names = "--seed", paramLabel = "N", description = "Which world (default: " + SEED + ").")
    private @Nullable Long seed;

    @Option(names = "--people", paramLabel = "N", description = "How many people live in it (default: 1000).")
    private @Nullable Integer people;

    @Option(names = "--fresh", description = "Start over: delete the demo that the data folder holds.")
    private boolean fresh;

    @Option(names = "--keep", description = "Keep the platform running afterwards, until Ctrl-C.")
    private boolean keep;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private PortOptions ports = new PortOptions();

    @Mixin
    private FlinkOption flink = new FlinkOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        requireASizeThatWorks();
        PlatformFolder folder = new PlatformFolder(data.path());
        Demo demo = prepared(folder);
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        Progress progress = Progress.on(System.err);
        EmbeddedPlatform[] started = new EmbeddedPlatform[1];
        demo.phases()
                .time(
                        "start",
                        () -> started[0] = PlatformLaunch.start(
                                folder,
                                ports.ports(),
                                flink.cluster(),
                                ClockTime.VIRTUAL,
                                CHECKPOINT_INTERVAL,
                                progress));
        try (EmbeddedPlatform platform = started[0]) {
            World world = demo.play(platform, progress);
            demo.answer(platform, world, out);
            stay(platform, new Rebuild(platform, folder, progress));
        }
        return ExitCode.OK;
    }

    /** Only while no platform runs on the folder: what is written there would stop its clock. */
    private Demo prepared(PlatformFolder folder) {
        try (FolderLock free = FolderLock.take(folder)) {
            if (fresh) {
                DemoFolder.clear(folder.root());
            }
            return Demo.in(folder, DemoFolder.choose(folder.root(), seed, people, fallback()));
        }
    }

    private void requireASizeThatWorks() {
        try {
            new Size(people == null ? Size.DEMO.people() : people);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage() + " (--people)", wrong);
        }
    }

    private static WorldFile fallback() {
        return new WorldFile(SEED, Size.DEMO.people(), false);
    }

    private void stay(EmbeddedPlatform platform, Rebuild rebuild) throws InterruptedException {
        if (!keep) {
            return;
        }
        System.err.println("Running at " + platform.trino()
                + ". Ask with ./quanyu query \"select * from lake.dws.profile\" in another terminal; Ctrl-C ends.");
        while (!platform.isClosed()) {
            rebuild.step();
            Thread.sleep(1000);
        }
    }
}
