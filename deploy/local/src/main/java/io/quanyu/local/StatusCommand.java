package io.quanyu.local;

import io.quanyu.local.platform.FolderLock;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.status.StatusPage;
import io.quanyu.serve.ask.platform.PlatformUnreachable;
import io.quanyu.serve.ask.platform.RunningPlatform;
import io.quanyu.serve.command.DataFolder;
import io.quanyu.serve.command.ExitCode;
import io.quanyu.serve.command.rows.VisibleText;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Tells what runs, where, how far the jobs are, and what is wrong.",
        footer = "Exit code: 0 all is well, 1 something is wrong, 3 no platform runs.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private DataFolder data = new DataFolder();

    @Override
    public Integer call() {
        PlatformFolder folder = new PlatformFolder(data.path());
        RunningPlatform platform = running(folder);
        StatusPage page = StatusPage.now(folder, platform);
        page.lines().forEach(line -> System.out.println(VisibleText.of(line)));
        return page.isWell() ? ExitCode.OK : ExitCode.ALARMING;
    }

    private static RunningPlatform running(PlatformFolder folder) {
        OptionalLong holder = FolderLock.holder(folder);
        if (holder.isEmpty()) {
            folder.withdrawAnnouncement();
        } else if (!folder.isAnnounced()) {
            throw new PlatformUnreachable("The platform on " + folder.root() + " is still starting, or ending (process "
                    + holder.getAsLong() + "): see " + folder.logs());
        }
        return RunningPlatform.read(folder.root());
    }
}
