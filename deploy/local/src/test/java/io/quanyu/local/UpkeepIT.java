package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.jobs.iceberg.LakeTables;
import io.quanyu.jobs.iceberg.Pile;
import io.quanyu.local.Shell.Outcome;
import io.quanyu.local.platform.PlatformFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake that is tidied while its platform runs. */
class UpkeepIT {

    private static final String TABLE = "dwd.live_code_scanned";
    private static final int COMMITS = 4;

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
    void aTidiedLakeHasFewFilesAndStatesAndItsJobsGoOnWithEachRowOnce() throws Exception {
        for (int scan = 1; scan <= COMMITS; scan++) {
            scan(scan);
        }
        assertThat(pile().crowd()).isEqualTo(COMMITS);

        Outcome maintained = shell.quanyu("maintain");
        assertThat(maintained).returns(0, Outcome::exitCode);
        assertThat(maintained.out()).containsPattern(TABLE + " +" + COMMITS + " +1 +");
        assertThat(pile().files()).isEqualTo(1);
        assertThat(pile().snapshots()).isGreaterThan(COMMITS);

        // States are forgotten once each job has a checkpoint of after them.
        shell.await(
                "few states",
                () -> shell.quanyu("maintain", "--history-minutes=0").exitCode() == 0 && pile().snapshots() < COMMITS);

        assertThat(shell.quanyu("down")).returns(0, Outcome::exitCode);
        assertThat(up()).returns(0, Outcome::exitCode);
        scan(COMMITS + 1);
        Outcome audit = shell.quanyu("audit");
        assertThat(audit).as(audit.out()).returns(0, Outcome::exitCode);
    }

    @Test
    void topicsAreKeptForEverUnlessSomebodySaysSo() throws Exception {
        assertThat(shell.quanyu("retention").out()).isEqualTo("raw\tfor ever\nevent\tfor ever\n");
        assertThat(shell.quanyu("retention", "--raw-days", "30").out()).isEqualTo("raw\t30 days\nevent\tfor ever\n");
        assertThat(shell.quanyu("retention", "--raw-days", "0").out()).isEqualTo("raw\tfor ever\nevent\tfor ever\n");
        assertThat(shell.quanyu("retention", "--event-days", "-1")).returns(2, Outcome::exitCode);
    }

    private static Outcome up() throws IOException, InterruptedException {
        return shell.quanyu("up", "--kafka-port=0", "--trino-port=0", "--flink-port=0", "--checkpoint-seconds=2");
    }

    /** Feeds the scan of this number and waits until the lake has that many. */
    private static void scan(int number) throws Exception {
        Path file = folder.resolve("scan-" + number + ".jsonl");
        Files.writeString(
                file,
                """
                {"scan_id": "S-%1$d", "live_code": "LC-1", "visitor": "v-1", "scanned_at": "2026-09-01T10:00:0%1$d+08:00"}
                """
                        .formatted(number));
        assertThat(shell.quanyu("ingest", "--platform", "scan-jsonl", "--shop", "gate", file.toString()))
                .returns(0, Outcome::exitCode);
        shell.await("scan " + number, () -> rows() == number);
    }

    private static int rows() throws Exception {
        return shell.quanyu("query", "select count(*) from lake." + TABLE, "--format", "tsv")
                .out()
                .lines()
                .skip(1)
                .map(Integer::valueOf)
                .findFirst()
                .orElse(0);
    }

    private static Pile pile() {
        try (LakeTables tables = LakeTables.of(new PlatformFolder(shell.data()).lakeSettings())) {
            return tables.pile(TABLE);
        }
    }
}
