package io.quanyu.local;

import io.quanyu.local.platform.FolderCopy;
import io.quanyu.local.platform.FolderLock;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.process.StartFailed;
import io.quanyu.serve.command.DataFolder;
import io.quanyu.serve.command.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = "Copies everything of a platform: topics, lake, state of the jobs, keys.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "A platform that runs is ended for as long as the copy takes, and started again in the background as it was: its parts are then of"
                    + " one moment. What is sent meanwhile has to wait.",
            "The copy has the keys of the tenants: keep it as safe as the original. ./quanyu restore brings it back.",
            "",
            "Example: ./quanyu backup /backup/quanyu-2026-09-01"
        })
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Where the copy shall be: an empty folder, or none yet.")
    private Path target = Path.of("");

    @Mixin
    private DataFolder data = new DataFolder();

    @Override
    public Integer call() throws InterruptedException {
        PlatformFolder folder = new PlatformFolder(data.path());
        PlatformFolder copy = new PlatformFolder(target);
        Progress progress = Progress.on(System.err);
        OptionalLong running = FolderLock.holder(folder);
        if (running.isEmpty()) {
            copy(folder, copy, progress);
            return ExitCode.OK;
        }
        List<String> options = UpFile.of(folder, running.getAsLong())
                .orElseThrow(() -> new StartFailed("Process " + running.getAsLong() + " on " + folder.root()
                        + " is no platform that ./quanyu up started, but a demo, for example: let it end first"));
        DownCommand.end(folder, running.getAsLong());
        try {
            copy(folder, copy, progress);
        } finally {
            start(folder, options, progress);
        }
        return ExitCode.OK;
    }

    private static void copy(PlatformFolder folder, PlatformFolder copy, Progress progress) {
        try (FolderLock alone = FolderLock.take(folder)) {
            FolderCopy.copy(folder, copy, progress);
        }
    }

    private static void start(PlatformFolder folder, List<String> options, Progress progress)
            throws InterruptedException {
        try (BackgroundPlatform again = BackgroundPlatform.start(folder, options)) {
            if (again.awaitReady(progress) != ExitCode.OK) {
                throw new StartFailed("The platform on " + folder.root()
                        + " did not start again: see above, then start it with ./quanyu up");
            }
        }
    }
}
