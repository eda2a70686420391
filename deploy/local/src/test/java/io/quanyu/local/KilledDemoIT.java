package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.local.UndisturbedDemo.Played;
import io.quanyu.serve.PlatformUnreachable;
import io.quanyu.serve.RunningPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A platform that is killed in the middle of a demo and started again loses nothing, repeats nothing and says the same. */
@ExtendWith(UndisturbedDemo.class)
class KilledDemoIT {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final long TICKS_BEFORE_THE_KILL = 3;

    @TempDir
    static Path folder;

    private final Shell killed = Shell.on(folder.resolve("killed")).patientFor(PATIENCE);

    @AfterEach
    void end() {
        killed.processes().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void sayTheSameAsAnUndisturbedRun(Played undisturbed) throws Exception {
        Path key = Path.of("keys", "demo.key");
        Files.createDirectories(killed.data().resolve("keys"));
        Files.copy(undisturbed.shell().data().resolve(key), killed.data().resolve(key));
        killed.begin(UndisturbedDemo.command());
        killed.await("the other demo is in the middle", () -> ticks(killed) >= TICKS_BEFORE_THE_KILL);
        ProcessHandle.of(running(killed).pid()).orElseThrow().destroyForcibly();
        killed.await("its processes are gone", () -> killed.processes().isEmpty());
        assertThat(isFinished(killed)).as("killed before its end").isFalse();

        var up = killed.quanyu("up", "--kafka-port=0", "--trino-port=0", "--flink-port=0");
        assertThat(up.exitCode()).as(up.err()).isZero();
        killed.await("the rest is played", () -> isFinished(killed));

        var audit = killed.quanyu("audit");
        assertThat(audit.exitCode()).as(audit.out() + audit.err()).isZero();
        assertThat(DemoAnswers.of(killed)).isEqualTo(undisturbed.answers());
        assertThat(killed.quanyu("down").exitCode()).isZero();
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
}
