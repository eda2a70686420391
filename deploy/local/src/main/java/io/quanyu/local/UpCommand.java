package io.quanyu.local;

import io.quanyu.local.demo.Demo;
import io.quanyu.local.lifecycle.EmbeddedPlatform;
import io.quanyu.local.lifecycle.FlinkOption;
import io.quanyu.local.lifecycle.LiveClock;
import io.quanyu.local.lifecycle.PlatformLaunch;
import io.quanyu.local.lifecycle.PortOptions;
import io.quanyu.local.lifecycle.Rebuild;
import io.quanyu.local.platform.FolderLock;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.upkeep.Housekeeping;
import io.quanyu.serve.ask.platform.RunningPlatform;
import io.quanyu.serve.command.DataFolder;
import io.quanyu.serve.command.ExitCode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts the platform and leaves it running.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The jobs keep their state in memory, up to a third of the machine's; QUANYU_HEAP=6g sets another limit.",
            "",
            "Example: QUANYU_HEAP=6g ./quanyu up --checkpoint-seconds 10"
        })
final class UpCommand implements Callable<Integer> {

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private PortOptions ports = new PortOptions();

    @Mixin
    private FlinkOption flink = new FlinkOption();

    @Option(
            names = "--checkpoint-seconds",
            paramLabel = "N",
            defaultValue = "30",
            description =
                    "How old an answer may be: the jobs show their results this often (default: ${DEFAULT-VALUE}).")
    private int checkpointSeconds;

    @Option(names = "--foreground", description = "Stay until Ctrl-C instead of going to the background.")
    private boolean foreground;

    @Override
    public Integer call() throws Exception {
        return foreground ? stay() : leave();
    }

    private int stay() throws Exception {
        PlatformFolder folder = new PlatformFolder(data.path());
        Progress progress = Progress.on(System.err);
        Duration interval = Duration.ofSeconds(checkpointSeconds);
        UpFile.write(folder, options());
        try (EmbeddedPlatform platform =
                PlatformLaunch.start(folder, ports.ports(), flink.cluster(), Demo.timeOf(folder), interval, progress)) {
            Demo.resume(platform, folder, progress);
            try (var housekeeping = Housekeeping.of(platform.addresses(), folder, Clock.systemUTC())) {
                new LiveClock(platform, folder, Clock.systemUTC()).run(new Rebuild(platform, folder, progress)::step);
            }
        }
        return ExitCode.OK;
    }

    private int leave() throws InterruptedException {
        PlatformFolder folder = new PlatformFolder(data.path());
        folder.prepare(PlatformFolder.LEAST_FREE_BYTES);
        try (FolderLock free = FolderLock.take(folder)) {
            // What a killed platform left would look like one that is ready.
            folder.withdrawAnnouncement();
        }
        try (BackgroundPlatform background = BackgroundPlatform.start(folder, options())) {
            int exitCode = background.awaitReady(Progress.on(System.err));
            if (exitCode == ExitCode.OK) {
                sayReady(RunningPlatform.read(folder.root()), folder);
            }
            return exitCode;
        }
    }

    private List<String> options() {
        var options = new ArrayList<>(List.of("--checkpoint-seconds=" + checkpointSeconds));
        options.addAll(ports.asArguments());
        options.addAll(flink.asArguments());
        return options;
    }

    private static void sayReady(RunningPlatform platform, PlatformFolder folder) {
        System.err.println("Ready. Data in " + folder.root() + ", process " + platform.pid()
                + ".\nAsk with ./quanyu query \"select * from lake.dws.profile\", look with ./quanyu status,"
                + " end with ./quanyu down.");
    }
}
