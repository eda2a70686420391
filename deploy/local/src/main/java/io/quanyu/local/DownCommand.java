package io.quanyu.local;

import io.quanyu.local.platform.FolderLock;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.process.StartFailed;
import io.quanyu.serve.command.DataFolder;
import io.quanyu.serve.command.ExitCode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "down",
        description = "Saves the jobs and ends the platform. Its data stay.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private DataFolder data = new DataFolder();

    @Override
    public Integer call() throws InterruptedException {
        PlatformFolder folder = new PlatformFolder(data.path());
        OptionalLong holder = FolderLock.holder(folder);
        if (holder.isEmpty()) {
            System.err.println("No platform runs on " + folder.root() + ".");
            folder.withdrawAnnouncement();
            return ExitCode.OK;
        }
        end(folder, holder.getAsLong());
        System.err.println("The platform on " + folder.root() + " is down. Its data stay there.");
        return ExitCode.OK;
    }

    /** Lets the process that holds a folder save its jobs and end. */
    static void end(PlatformFolder folder, long pid) throws InterruptedException {
        end(pid);
        folder.withdrawAnnouncement();
    }

    private static void end(long pid) throws InterruptedException {
        Optional<ProcessHandle> platform = ProcessHandle.of(pid);
        if (platform.isEmpty()) {
            return;
        }
        System.err.println("Saving the jobs and ending process " + pid + "…");
        platform.get().destroy();
        try {
            platform.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            System.err.println("It did not end in " + PATIENCE.toSeconds() + " seconds: ending it by force.");
            platform.get().destroyForcibly();
        } catch (ExecutionException e) {
            throw new StartFailed("Cannot wait for process " + pid + ": " + e.getCause(), e);
        }
    }
}
