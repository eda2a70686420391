package io.quanyu.local;

import io.quanyu.local.flink.FlinkCluster;
import io.quanyu.local.lifecycle.EmbeddedPlatform;
import io.quanyu.local.lifecycle.PlatformLaunch;
import io.quanyu.local.lifecycle.PortOptions;
import io.quanyu.local.lifecycle.Rebuild;
import io.quanyu.local.lifecycle.RebuildFile;
import io.quanyu.local.platform.FolderLock;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Progress;
import io.quanyu.serve.command.DataFolder;
import io.quanyu.serve.command.ExitCode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "rebuild",
        description = "Derives everything anew from the topics, and lets readers take it once it has caught up.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "For a new build with other rules, after a change of policy, or when the state of a job is lost. Until it has caught up, all"
                    + " answers are those of before. It goes on after a crash. Without a running platform it starts one for as long as it"
                    + " takes.",
            "",
            "Example: ./quanyu rebuild --reason \"the state was lost with the disk\""
        })
final class RebuildCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(30);

    @Option(names = "--reason", defaultValue = "", description = "Why, for those who read dim.generation_change.")
    private String reason = "";

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "0",
            description = "Tasks of each operator, at most 6, while it catches up (default: as the platform has).")
    private int parallelism;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private PortOptions ports = new PortOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PlatformFolder folder = new PlatformFolder(data.path());
        Progress progress = Progress.on(System.err);
        requireAParallelismThatFits();
        Optional<RebuildFile> begun = RebuildFile.in(folder);
        if (begun.isPresent()) {
            progress.say("Rebuild  goes on with the one that was begun");
        }
        begun.map(RebuildFile::again)
                .orElseGet(() -> RebuildFile.asked(reason, parallelism))
                .write(folder);
        OptionalLong holder = FolderLock.holder(folder);
        return holder.isPresent() ? watch(folder, progress) : run(folder, progress);
    }

    private void requireAParallelismThatFits() {
        if (parallelism < 0 || parallelism > FlinkCluster.SPARE_SLOTS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A rebuild has 1 to " + FlinkCluster.SPARE_SLOTS + " tasks for each operator, but " + parallelism
                            + " were asked for (--parallelism)");
        }
    }

    private int run(PlatformFolder folder, Progress progress) throws Exception {
        try (EmbeddedPlatform platform =
                PlatformLaunch.start(folder, ports.ports(), folder.time(), CHECKPOINT_INTERVAL, progress)) {
            var rebuild = new Rebuild(platform, folder, progress);
            Optional<RebuildFile> left = RebuildFile.goingOn(folder);
            while (left.isPresent()) {
                rebuild.step();
                Thread.sleep(POLL.toMillis());
                left = RebuildFile.goingOn(folder);
                left.ifPresent(still -> say(still, progress));
            }
        }
        return RebuildFile.in(folder).isEmpty() ? ExitCode.OK : ExitCode.UNREACHABLE;
    }

    private static int watch(PlatformFolder folder, Progress progress) throws InterruptedException {
        long heard = System.nanoTime();
        Optional<RebuildFile> before = Optional.empty();
        Optional<RebuildFile> left = RebuildFile.goingOn(folder);
        while (left.isPresent()) {
            if (!left.equals(before)) {
                say(left.get(), progress);
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > PATIENCE.toNanos()
                    && FolderLock.holder(folder).isEmpty()) {
                progress.say("The platform on " + folder.root()
                        + " is gone. It goes on with the rebuild at its next start: ./quanyu up");
                return ExitCode.UNREACHABLE;
            }
            before = left;
            Thread.sleep(POLL.toMillis());
            left = RebuildFile.goingOn(folder);
        }
        Optional<RebuildFile> failed = RebuildFile.in(folder);
        if (failed.isPresent()) {
            progress.say("Rebuild  does not go on: " + failed.get().failure() + ". Ask again with ./quanyu rebuild");
            return ExitCode.UNREACHABLE;
        }
        progress.say("Rebuild  is over: ./quanyu query \"select * from lake.dim.generation_change\"");
        return ExitCode.OK;
    }

    private static void say(RebuildFile rebuild, Progress progress) {
        if (rebuild.of() > 0) {
            progress.say(String.format(
                    "Rebuild  generation %d has read %,d of %,d facts and ticks",
                    rebuild.generation(), rebuild.of() - rebuild.left(), rebuild.of()));
        }
    }
}
