package io.quanyu.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.local.Shell.Outcome;
import io.quanyu.local.platform.PlatformTopics;
import io.quanyu.serve.ask.platform.PlatformUnreachable;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Plays a demo's month twice, undisturbed and on a platform whose processes are killed one after another at random instants: once for all test classes
 * of a run that ask for what was {@link Played}. The second platform runs until the run ends.
 */
final class KilledDemo implements ParameterResolver {

    /** Test classes that share it take turns. */
    static final String LOCK = "killed demo";

    static final int SEED = 7;
    static final int PEOPLE = 80;

    /** How many processes are killed, while the month is not over; more in the campaign. */
    private static final int KILLS = Integer.getInteger("campaign.kills", 3);

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int MOST_MILLIS_BETWEEN = 2000;

    /** What is killed, in turns. A platform that is killed is started again; a server starts again by itself. */
    private enum Victim {
        KAFKA,
        TRINO,
        PLATFORM;

        static Victim number(int kill) {
            return values()[kill % values().length];
        }

        void killOf(Shell shell) {
            if (this == PLATFORM) {
                ProcessHandle.of(running(shell).pid()).orElseThrow().destroyForcibly();
            } else {
                shell.processes(this == KAFKA ? "ServeKafka" : "ServeTrino").forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    /**
     * The month as it was played twice.
     *
     * @param folder what is deleted at the end
     * @param shell on the platform that was killed and runs again
     * @param answers what it answers
     * @param undisturbed what the other one answered; it is down
     */
    record Played(Path folder, Shell shell, List<String> answers, List<String> undisturbed) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            shell.processes().forEach(ProcessHandle::destroyForcibly);
            shell.awaitNoProcess();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
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
            Path folder = Files.createTempDirectory("killed-demo");
            Shell undisturbed = Shell.on(folder.resolve("undisturbed")).patientFor(PATIENCE);
            Shell killed = Shell.on(folder.resolve("killed")).patientFor(PATIENCE);
            try {
                List<String> expected = playUndisturbed(undisturbed, folder.resolve("words"));
                copyKey(undisturbed, killed);
                return new Played(folder, killed, playKilled(killed), expected);
            } catch (Throwable e) {
                Stream.of(undisturbed, killed)
                        .flatMap(shell -> shell.processes().stream())
                        .forEach(ProcessHandle::destroyForcibly);
                throw e;
            }
        } catch (Exception e) {
            throw new AssertionError("The demo was not played twice: " + e, e);
        }
    }

    private static List<String> playUndisturbed(Shell shell, Path words) throws Exception {
        Process demo = shell.begin(words, command(shell));
        shell.await("the demo is played and has answered", () -> !demo.isAlive() || stays(words));
        assertThat(stays(words)).as(said(words)).isTrue();
        List<String> answers = DemoAnswers.of(shell);
        Outcome down = shell.quanyu("down");
        assertThat(down.exitCode()).as(down.err()).isZero();
        return answers;
    }

    private static List<String> playKilled(Shell shell) throws Exception {
        var random = new Random(SEED);
        shell.begin(command(shell));
        for (int kill = 0; kill < KILLS && !isFinished(shell); kill++) {
            int ticks = Math.min(kill, Victim.values().length) + 1;
            shell.await("the other demo is in the middle", () -> ticks(shell) >= ticks);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_MILLIS_BETWEEN));
            Victim victim = Victim.number(kill);
            assertThat(isFinished(shell) && kill < Victim.values().length)
                    .as("over before %s was killed", victim)
                    .isFalse();
            victim.killOf(shell);
            if (victim == Victim.PLATFORM) {
                shell.await("its processes are gone", () -> shell.processes().isEmpty());
                shell.begin(command(shell));
            }
        }
        shell.await("the rest is played", () -> isFinished(shell) && answers(shell));
        return DemoAnswers.of(shell);
    }

    private static boolean answers(Shell shell) throws Exception {
        return shell.quanyu("query", "select 1").exitCode() == 0;
    }

    /** The command that plays this month and stays. */
    private static String[] command(Shell shell) {
        return new String[] {
            "demo",
            "--keep",
            // Among the arguments, so that it is found and ended with what it started.
            "--data=" + shell.data(),
            "--seed=" + SEED,
            "--people=" + PEOPLE,
            "--kafka-port=0",
            "--trino-port=0",
            "--flink-port=0"
        };
    }

    private static void copyKey(Shell from, Shell to) throws IOException {
        Path key = Path.of("keys", "demo.key");
        Files.createDirectories(to.data().resolve("keys"));
        Files.copy(from.data().resolve(key), to.data().resolve(key));
    }

    private static RunningPlatform running(Shell shell) {
        return RunningPlatform.read(shell.data());
    }

    private static boolean isFinished(Shell shell) throws Exception {
        Path world = shell.data().resolve("world.json");
        return Files.exists(world) && Files.readString(world).contains("\"finished\" : true");
    }

    private static long ticks(Shell shell) {
        var clock = new TopicPartition(PlatformTopics.CLOCK, 0);
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", (Object) running(shell).kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return consumer.endOffsets(List.of(clock)).get(clock);
        } catch (PlatformUnreachable notYet) {
            return 0;
        }
    }

    private static boolean stays(Path words) throws IOException {
        return said(words).contains("Running at ");
    }

    private static String said(Path words) throws IOException {
        return new String(Files.readAllBytes(words), UTF_8);
    }
}
