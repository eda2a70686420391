package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.local.Shell.Outcome;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void letsADemoBesideItChangeNothing() throws Exception {
        Outcome demo = shell.quanyu("demo", "--people=80", "--fresh");

        assertThat(demo).returns(3, Outcome::exitCode);
        assertThat(demo.err())
                .contains("already runs")
                .contains("process " + running().pid());
        assertThat(shell.data().resolve("clock")).doesNotExist();
        assertThat(shell.data().resolve("world.json")).doesNotExist();
    }

    @Test
    @Order(5)
    void startsAServerAgainThatIsKilledAndTellsIt() throws Exception {
        shell.processes("ServeTrino").forEach(ProcessHandle::destroyForcibly);

        shell.await("it is told", () -> isToldOf("! Trino"));
        shell.await("all is well again", () -> shell.quanyu("status").exitCode() == 0);
        assertThat(shell.quanyu("status").out())
                .containsPattern("trino .*, started again 1 time: it ended with code 137");
        assertThat(rows()).isEqualTo("0");
    }

    private static boolean isToldOf(String trouble) throws Exception {
        Outcome status = shell.quanyu("status");
        return status.exitCode() == 1 && status.out().contains(trouble);
    }

    @Test
    @Order(6)
    void endsWithoutATrace() throws Exception {
        Path scans = Files.writeString(folder.resolve("scans.jsonl"), SCAN);
        assertThat(shell.quanyu("ingest", "--platform", "scan-jsonl", "--shop", "gate", scans.toString()))
                .returns(0, Outcome::exitCode);
        awaitRows("1");

        assertThat(shell.quanyu("down")).returns(0, Outcome::exitCode);

        assertThat(shell.processes()).isEmpty();
        assertThat(shell.data().resolve(RunningPlatform.FILE)).doesNotExist();
        Outcome status = shell.quanyu("status");
        assertThat(status).returns(3, Outcome::exitCode);
        assertThat(status.err()).contains("./quanyu up");
    }

    @Test
    @Order(7)
    void keepsItsDataAndResumesItsJobs() throws Exception {
        assertThat(up()).returns(0, Outcome::exitCode);

        assertThat(rows()).isEqualTo("1");
        List<String> starts = Files.readAllLines(shell.data().resolve("logs/platform.log")).stream()
                .filter(line -> line.contains("starts from"))
                .toList();
        int jobs = PlatformJob.values().length;
        assertThat(starts).hasSize(2 * jobs);
        assertThat(starts.subList(0, jobs)).allMatch(line -> line.contains("from nothing"));
        assertThat(starts.subList(jobs, 2 * jobs)).allMatch(line -> line.contains("/chk-"));
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
            {"scan_id": "S-1", "live_code": "LC-1", "visitor": "v-1", "scanned_at": "2026-09-01T10:00:00+08:00"}
            """;

    private static Outcome up() throws IOException, InterruptedException {
        return shell.quanyu("up", "--kafka-port=0", "--trino-port=0", "--flink-port=0", "--checkpoint-seconds=2");
    }

    private static RunningPlatform running() {
        return RunningPlatform.read(shell.data());
    }

    /** Events and refusals of the one scan: whichever it is, it must be there once. */
    private static String rows() throws Exception {
        String sql =
                "select (select count(*) from lake.dwd.live_code_scanned) + (select count(*) from lake.ods.dead_letter)";
        return shell.quanyu("query", sql, "--format", "tsv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("none");
    }

    private static void awaitRows(String count) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!rows().equals(count) && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
        }
        assertThat(rows()).isEqualTo(count);
    }
}
