package io.quanyu.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.local.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Plays a demo's month that nothing disturbs, once for all test classes of a run that ask for what was {@link Played}. */
final class UndisturbedDemo implements ParameterResolver {

    static final int SEED = 7;
    static final int PEOPLE = 80;

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /**
     * The month as it was played. Its platform is down; a test that starts it again ends it.
     *
     * @param folder what is deleted at the end
     * @param shell on the data folder of the demo
     * @param answers what it answered before any other time than the demo's own had passed
     */
    record Played(Path folder, Shell shell, List<String> answers) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The command that plays this month and stays. */
    static String[] command() {
        return new String[] {
            "demo",
            "--keep",
            "--seed=" + SEED,
            "--people=" + PEOPLE,
            "--kafka-port=0",
            "--trino-port=0",
            "--flink-port=0"
        };
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Played.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(Played.class, any -> play(), Played.class);
    }

    private static Played play() {
        try {
            Path folder = Files.createTempDirectory("undisturbed");
            Shell shell = Shell.on(folder.resolve("data")).patientFor(PATIENCE);
            try {
                return new Played(folder, shell, answers(shell, folder.resolve("words")));
            } finally {
                shell.processes().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (Exception e) {
            throw new AssertionError("The undisturbed demo was not played: " + e, e);
        }
    }

    private static List<String> answers(Shell shell, Path words) throws Exception {
        Process demo = shell.begin(words, command());
        shell.await("the demo is played and has answered", () -> !demo.isAlive() || stays(words));
        assertThat(stays(words)).as(said(words)).isTrue();
        List<String> answers = DemoAnswers.of(shell);
        Outcome down = shell.quanyu("down");
        assertThat(down.exitCode()).as(down.err()).isZero();
        return answers;
    }

    private static boolean stays(Path words) throws IOException {
        return said(words).contains("Running at ");
    }

    private static String said(Path words) throws IOException {
        return new String(Files.readAllBytes(words), UTF_8);
    }
}
