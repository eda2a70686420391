package io.quanyu.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quanyu.local.platform.Installation;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A user's terminal: runs the launcher and sees what it prints and how it ends.
 *
 * @param data the data folder of every command
 * @param environment what the user has set
 * @param patience how long a command may take
 */
record Shell(Path data, Map<String, String> environment, Duration patience) {

    private static final Path HOME = Path.of(System.getProperty(Installation.PROPERTY));
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration END_PATIENCE = Duration.ofSeconds(30);

    static Shell on(Path data) {
        return new Shell(data, Map.of(), PATIENCE);
    }

    Shell with(String variable, String value) {
        return new Shell(data, Map.of(variable, value), patience);
    }

    Shell patientFor(Duration longer) {
        return new Shell(data, environment, longer);
    }

    /** What a command printed and its exit code. */
    record Outcome(int exitCode, String out, String err) {}

    Outcome quanyu(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        Process process = builder(arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("No end after " + patience + ": " + List.of(arguments) + Files.readString(err));
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A command that has begun and hears Ctrl-C, even if this build runs in the background; what it prints is thrown away. */
    Process begin(String... arguments) throws IOException {
        return begin(Redirect.DISCARD, Redirect.DISCARD, arguments);
    }

    /** Like {@link #begin(String...)}, but what it says on stderr goes to a file. */
    Process begin(Path words, String... arguments) throws IOException {
        return begin(Redirect.DISCARD, Redirect.to(words.toFile()), arguments);
    }

    /** The same, and what it answers on stdout goes to another file. */
    Process begin(Path answers, Path words, String... arguments) throws IOException {
        return begin(Redirect.to(answers.toFile()), Redirect.to(words.toFile()), arguments);
    }

    private Process begin(Redirect out, Redirect err, String... arguments) throws IOException {
        ProcessBuilder builder = builder(arguments);
        builder.command().addAll(0, List.of("env", "--default-signal=INT"));
        return builder.redirectOutput(out).redirectError(err).start();
    }

    /** Fails if a condition is not met within the patience. */
    void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not after " + patience.toMinutes() + " minutes: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Processes that belong to the data folder. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(data.toString()))
                .toList();
    }

    /** Those of them whose command line has a word in it. */
    List<ProcessHandle> processes(String word) {
        return processes().stream()
                .filter(process -> commandLine(process).contains(word))
                .toList();
    }

    /** Fails if a process of the data folder is still there after a while. */
    void awaitNoProcess() throws InterruptedException {
        long deadline = System.nanoTime() + END_PATIENCE.toNanos();
        while (!processes().isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        if (!processes().isEmpty()) {
            throw new AssertionError("Still there: " + processes());
        }
    }

    private ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<>(List.of(HOME.resolve("quanyu").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("QUANYU_DATA", data.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    /** All arguments: what Java tells of another process may be cut. */
    private static String commandLine(ProcessHandle process) {
        try {
            return new String(Files.readAllBytes(Path.of("/proc", String.valueOf(process.pid()), "cmdline")), UTF_8);
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
