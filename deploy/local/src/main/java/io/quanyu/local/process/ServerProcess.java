package io.quanyu.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server that runs as a child process and writes to a log of its own.
 *
 * <p>Its standard input is the line by which it learns that we are gone, see {@link OrphanGuard}; closing that line is
 * the order to stop.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration GOODBYE = Duration.ofSeconds(12);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LINES_SHOWN = 8;

    /** Greater exit codes are of processes that somebody else ended. */
    private static final int FIRST_SIGNAL = 128;

    private final String name;
    private final Process process;
    private final Path log;

    private ServerProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts a command; the log of the run before stays beside the new one as {@code *.1}. */
    static ServerProcess start(String name, List<String> command, Path folder, Path log) {
        try {
            keepPrevious(log);
            ProcessBuilder builder = new ProcessBuilder(OwnSession.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("NO_COLOR", "1");
            return new ServerProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new StartFailed("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits for the server to answer.
     *
     * @throws StartFailed with the telling lines of its log, if it ends or stays silent
     */
    void awaitReady(BooleanSupplier answers, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!answers.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new StartFailed(
                        name + " ended with code " + process.exitValue() + " before it was ready" + why());
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailed(name + " was not ready after " + patience.toSeconds() + " seconds" + why());
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** Tells the server to stop and waits until it is gone. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            process.waitFor();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** In one line, for a process that has ended: its exit code, and if it ended by itself the last line of its log that tells of an error. */
    String whyItEnded() {
        int exit = process.exitValue();
        String code = "it ended with code " + exit;
        List<String> telling = exit > FIRST_SIGNAL ? List.of() : LogTail.errors(log, 1);
        return telling.isEmpty() ? code : code + ": " + telling.get(0).strip();
    }

    private String why() {
        var lines = new ArrayList<>(LogTail.of(log, LINES_SHOWN));
        lines.replaceAll(line -> "\n  | " + line);
        return ". From " + log + ":" + String.join("", lines);
    }

    private static void keepPrevious(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
