package io.quanyu.local;

import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.process.OwnSession;
import io.quanyu.local.process.StartFailed;
import io.quanyu.serve.command.ExitCode;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A platform in a process of its own, watched by the command that starts it until it is ready. */
final class BackgroundPlatform implements AutoCloseable {

    private static final File NOTHING = new File("/dev/null");
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration GOODBYE = Duration.ofSeconds(60);

    private final PlatformFolder folder;
    private final Process process;
    private final Path words;
    private final Thread atExit = new Thread(this::end, "end-platform");
    private long shown;

    private BackgroundPlatform(PlatformFolder folder, Process process, Path words) {
        this.folder = folder;
        this.process = process;
        this.words = words;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts this program again, with the same Java and the same options for it.
     *
     * @param options of {@code up}, but for the folder
     */
    static BackgroundPlatform start(PlatformFolder folder, List<String> options) {
        Path words = folder.logs().resolve("platform.out");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Quanyu.class.getName()));
        command.addAll(List.of("up", "--foreground", "--data=" + folder.root()));
        command.addAll(options);
        try {
            Files.deleteIfExists(words);
            Process process = new ProcessBuilder(OwnSession.of(command))
                    .redirectInput(NOTHING)
                    .redirectErrorStream(true)
                    .redirectOutput(words.toFile())
                    .start();
            return new BackgroundPlatform(folder, process, words);
        } catch (IOException e) {
            throw new StartFailed("Cannot start the platform: " + e.getMessage(), e);
        }
    }

    /** Repeats the platform's words until it is ready or has failed; returns the exit code for that. */
    int awaitReady(Progress progress) throws InterruptedException {
        while (!folder.isAnnounced()) {
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                repeat(progress);
                return process.exitValue() == ExitCode.OK ? ExitCode.UNREACHABLE : process.exitValue();
            }
            repeat(progress);
        }
        repeat(progress);
        Runtime.getRuntime().removeShutdownHook(atExit);
        return ExitCode.OK;
    }

    /** Leaves the platform alone if it is ready. */
    @Override
    public void close() {
        if (!folder.isAnnounced()) {
            end();
        }
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(Progress progress) {
        try (RandomAccessFile file = new RandomAccessFile(words.toFile(), "r")) {
            file.seek(shown);
            byte[] bytes = new byte[(int) (file.length() - shown)];
            file.readFully(bytes);
            int whole = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf('\n') + 1;
            shown += whole;
            new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().forEach(progress::say);
        } catch (IOException e) {
            // The words are also in the file: a start does not fail for want of an echo.
        }
    }
}
