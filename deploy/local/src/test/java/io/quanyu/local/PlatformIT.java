package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
import io.quanyu.local.Shell.Outcome;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.scenarios.ExtremeEvents;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of one platform as its user sees it. The steps share it, since a start costs half a minute. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int EXTREMES = 10_000;

    @TempDir
    static Path folder;

    private static Shell shell;

    @BeforeAll
    static void start() throws Exception {
        shell = Shell.on(folder.resolve("data"));
        assertThat(up()).returns(0, Outcome::exitCode);
    }

    @AfterAll
    static void end() {
        shell.processes().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    @Order(1)
    void answersAndTellsHowItsJobsAre() throws Exception {
        Outcome query = shell.quanyu("query", "select count(*) from lake.dws.profile", "--format", "tsv");
        assertThat(query).returns(0, Outcome::exitCode);
        assertThat(query.out()).endsWith("0\n");

        Outcome status = shell.quanyu("status");
        assertThat(status).returns(0, Outcome::exitCode);
        assertThat(status.out())
                .contains("ingest", "lake", "customer")
                .containsPattern("customer +RUNNING +0 ")
                .doesNotContain("FAILED");
    }

    @Test
    @Order(2)
    void refusesASecondPlatformOnTheSameFolder() throws Exception {
        Outcome second = up();

        assertThat(second).returns(3, Outcome::exitCode);
        assertThat(second.err())
                .contains("already runs")
                .contains("process " + running().pid());
    }

    @Test
    @Order(3)
    void namesATakenPortAndTheOptionForAnother() throws Exception {
        String taken = running().kafka().replaceAll(".*:", "");

        Shell other = Shell.on(folder.resolve("other"));
        Outcome refused = other.quanyu("up", "--kafka-port", taken, "--trino-port", "0", "--flink-port", "0");

        assertThat(refused).returns(3, Outcome::exitCode);
        assertThat(refused.err()).contains("Port " + taken).contains("--kafka-port");
        assertThat(other.processes()).isEmpty();
    }

    @Test
    @Order(4)
    void endsWithoutATrace() throws Exception {
        ingest(shell, "S-1");
        await(() -> rows(shell), "1");

        assertThat(shell.quanyu("down")).returns(0, Outcome::exitCode);

        assertThat(shell.processes()).isEmpty();
        assertThat(shell.data().resolve(RunningPlatform.FILE)).doesNotExist();
        Outcome status = shell.quanyu("status");
        assertThat(status).returns(3, Outcome::exitCode);
        assertThat(status.err()).contains("./quanyu up");
        assertThat(shell.quanyu("backup", folder.resolve("copy").toString())).returns(0, Outcome::exitCode);
    }

    @Test
    @Order(5)
    void keepsItsDataAndResumesItsJobs() throws Exception {
        assertThat(up()).returns(0, Outcome::exitCode);

        assertThat(rows(shell)).isEqualTo("1");
        List<String> starts = Files.readAllLines(shell.data().resolve("logs/platform.log")).stream()
                .filter(line -> line.contains("starts from"))
                .toList();
        int jobs = PlatformJob.values().length;
        assertThat(starts).hasSize(2 * jobs);
        assertThat(starts.subList(0, jobs)).allMatch(line -> line.contains("from nothing"));
        assertThat(starts.subList(jobs, 2 * jobs)).allMatch(line -> line.contains("/chk-"));
    }

    @Test
    @Order(6)
    void aCopyOfItsFolderLivesBesideItAndLeavesItAlone() throws Exception {
        Shell copy = Shell.on(folder.resolve("copy"));
        try {
            Outcome started = up(copy);
            assertThat(started).as(started.err()).returns(0, Outcome::exitCode);
            assertThat(started.err()).contains("was copied or moved from " + shell.data());
            assertThat(rows(copy)).isEqualTo("1");
            assertThat(copy.quanyu("query", "select distinct \"$path\" from lake.dwd.live_code_scanned", "--format=tsv")
                            .out())
                    .contains(copy.data() + "/lake/")
                    .doesNotContain(shell.data() + "/lake/");
            assertThat(Files.readString(copy.data().resolve("logs/platform.log")))
                    .doesNotContain("from nothing");

            ingest(copy, "S-2");
            await(() -> rows(copy), "2");
            assertThat(copy.quanyu("down")).returns(0, Outcome::exitCode);
        } finally {
            copy.processes().forEach(ProcessHandle::destroyForcibly);
        }
        ingest(shell, "S-3");
        await(() -> rows(shell), "2");
    }

    /** One tenant's absurd figure stops no job and no view. */
    @Test
    @Order(7)
    void answersEveryViewWhateverATenantSays() throws Exception {
        var kinds = List.copyOf(EventKinds.all());
        var events = new ExtremeEvents("absurd", 1);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", running().kafka()), new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int number = 0; number < EXTREMES; number++) {
                EventKind kind = kinds.get(number % kinds.size());
                sent.add(producer.send(
                        new ProducerRecord<>(kind.topic(), "absurd", kind.encode(events.event(kind, number)))));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
        try (Connection trino = running().connect()) {
            String stored = "select count(*) from lake.dwd.every_event where tenant = 'absurd'";
            await(() -> SqlRows.of(trino, stored).get(0), Integer.toString(EXTREMES));
            List<String> views = SqlRows.of(
                    trino, "select table_schema || '.' || table_name from lake.information_schema.views order by 1");
            assertThat(views).hasSizeGreaterThan(20);
            for (String view : views) {
                assertThatCode(() -> SqlRows.of(trino, "select * from lake." + view))
                        .as(view)
                        .doesNotThrowAnyException();
            }
        }
        assertThat(shell.quanyu("status").out()).containsPattern("customer +RUNNING +0 ");
    }

    @Test
    @Order(8)
    void leavesNoProcessWhenItIsKilled() throws Exception {
        ProcessHandle.of(running().pid()).orElseThrow().destroyForcibly();

        shell.awaitNoProcess();
        assertThat(shell.quanyu("status")).returns(3, Outcome::exitCode);
        assertThat(shell.quanyu("down")).returns(0, Outcome::exitCode);
    }

    private static final String SCAN =
            """
            {"scan_id": "%s", "live_code": "LC-1", "visitor": "v-1", "scanned_at": "2026-09-01T10:00:00+08:00"}
            """;

    private static void ingest(Shell platform, String scan) throws Exception {
        Path scans = Files.writeString(folder.resolve("scans.jsonl"), SCAN.formatted(scan));
        assertThat(platform.quanyu("ingest", "--platform", "scan-jsonl", "--shop", "gate", scans.toString()))
                .returns(0, Outcome::exitCode);
    }

    private static Outcome up() throws IOException, InterruptedException {
        return up(shell);
    }

    private static Outcome up(Shell platform) throws IOException, InterruptedException {
        return platform.quanyu("up", "--kafka-port=0", "--trino-port=0", "--flink-port=0", "--checkpoint-seconds=2");
    }

    private static RunningPlatform running() {
        return RunningPlatform.read(shell.data());
    }

    /** Events and refusals of scans: whichever they are, each must be there once. */
    private static String rows(Shell platform) throws Exception {
        String sql =
                "select (select count(*) from lake.dwd.live_code_scanned) + (select count(*) from lake.ods.dead_letter)";
        return platform.quanyu("query", sql, "--format", "tsv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("none");
    }

    private static void await(Callable<String> answer, String expected) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = answer.call();
        while (!last.equals(expected) && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
            last = answer.call();
        }
        assertThat(last).isEqualTo(expected);
    }
}
