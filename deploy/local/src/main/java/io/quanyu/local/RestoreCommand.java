package io.quanyu.local;

import io.quanyu.local.platform.FolderCopy;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Progress;
import io.quanyu.serve.command.DataFolder;
import io.quanyu.serve.command.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Copies a backup into an empty data folder.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Example: ./quanyu restore /backup/quanyu-2026-09-01 --data .quanyu"})
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "What ./quanyu backup made.")
    private Path source = Path.of("");

    @Mixin
    private DataFolder data = new DataFolder();

    @Override
    public Integer call() {
        PlatformFolder folder = new PlatformFolder(data.path());
        FolderCopy.copy(new PlatformFolder(source), folder, Progress.on(System.err));
        System.err.println("Restored to " + folder.root() + ". Start it with ./quanyu up.");
        return ExitCode.OK;
    }
}
