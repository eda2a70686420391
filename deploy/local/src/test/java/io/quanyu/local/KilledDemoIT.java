package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.serve.PlatformUnreachable;
import io.quanyu.serve.RunningPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that is killed in the middle of a demo and started again loses nothing, repeats nothing and says the same. */
class KilledDemoIT {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final long TICKS_BEFORE_THE_KILL = 3;
    private static final String[] DEMO = {
        "demo", "--keep", "--seed=7", "--people=80", "--kafka-port=0", "--trino-port=0", "--flink-port=0"
    };

    private static final List<String> ANSWERS = List.of(
            "select identifier_text, one_id from lake.dim.identity",
            "select * from lake.dws.profile",
            "select * from lake.dws.tag",
            "select one_id, tag, change, value, valid_at, decided_at, reason from lake.dws.tag_change",
            "select order_id, model, source, credit_yuan from lake.dws.credit",
            "select * from lake.ads.live_code_funnel",
            "select * from lake.ads.channel_attribution",
            "select channel, day, spend_yuan, revenue_yuan, roi from lake.ads.channel_roi",
            "select * from lake.ads.roi_alert",
            "select platform, reason, count(*) from lake.ods.dead_letter group by platform, reason");

    @TempDir
    static Path folder;

    private final Shell undisturbed = Shell.on(folder.resolve("undisturbed"));
    private final Shell killed = Shell.on(folder.resolve("killed"));

    @AfterEach
    void end() {
        undisturbed.processes().forEach(ProcessHandle::destroyForcibly);
        killed.processes().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void sayTheSameAsAnUndisturbedRun() throws Exception {
        undisturbed.begin(DEMO);
        await("the undisturbed demo ends", () -> isFinished(undisturbed));
        List<String> expected = answers(undisturbed);
        assertThat(undisturbed.quanyu("down").exitCode()).isZero();

        Path key = Path.of("keys", "demo.key");
        Files.createDirectories(killed.data().resolve("keys"));
        Files.copy(undisturbed.data().resolve(key), killed.data().resolve(key));
        killed.begin(DEMO);
        await("the other demo is in the middle", () -> ticks(killed) >= TICKS_BEFORE_THE_KILL);
        ProcessHandle.of(running(killed).pid()).orElseThrow().destroyForcibly();
        await("its processes are gone", () -> killed.processes().isEmpty());
        assertThat(isFinished(killed)).as("killed before its end").isFalse();

        var up = killed.quanyu("up", "--kafka-port=0", "--trino-port=0", "--flink-port=0");
        assertThat(up.exitCode()).as(up.err()).isZero();
        await("the rest is played", () -> isFinished(killed));

        var audit = killed.quanyu("audit");
        assertThat(audit.exitCode()).as(audit.out() + audit.err()).isZero();
        assertThat(answers(killed)).isEqualTo(expected);
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

    /** Every row of every answer as a text, sorted within its query. */
    private static List<String> answers(Shell shell) throws SQLException {
        var answers = new ArrayList<String>();
        try (Connection trino = running(shell).connect();
                Statement statement = trino.createStatement()) {
            for (String query : ANSWERS) {
                answers.add(query);
                answers.addAll(rows(statement, query));
            }
        }
        return answers;
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (ResultSet answer = statement.executeQuery(query)) {
            while (answer.next()) {
                var cells = new ArrayList<String>();
                for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(answer.getObject(column)));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows.stream().sorted().toList();
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not after " + PATIENCE.toMinutes() + " minutes: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
