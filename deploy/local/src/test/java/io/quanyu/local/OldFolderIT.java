package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.local.Shell.Outcome;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The data folder of build 26b8b19, which played a demo of 80 people, under this build. Iceberg names files by their whole paths, so it lies where
 * it lay.
 */
@TestMethodOrder(OrderAnnotation.class)
class OldFolderIT {

    private static final Path FOLDER = Path.of("/tmp/quanyu-26b8b19");
    private static final Path FROZEN = Path.of("src/test/resources/data");
    private static final Shell SHELL = Shell.on(FOLDER);
    private static final String MONEY_OF_PROFILES =
            "select count(*), sum(net_revenue_yuan) from lake.dws.profile where paid_order_count > 0";
    private static final String MONEY_OF_ORDERS =
            "select count(distinct one_id), sum(net_revenue_yuan) from lake.dwd.paid_order";

    @TempDir
    private static Path scratch;

    private static Path answers;

    @BeforeAll
    static void begin() throws Exception {
        delete();
        Process unpack = new ProcessBuilder(
                        "tar",
                        "xzf",
                        FROZEN.resolve("26b8b19.tar.gz").toString(),
                        "-C",
                        FOLDER.getParent().toString())
                .inheritIO()
                .start();
        assertThat(unpack.waitFor()).isZero();
        answers = scratch.resolve("answers");
        Path words = scratch.resolve("words");
        // With its folder among the arguments, so that it is found and ended with what it started.
        Process demo = SHELL.begin(
                answers,
                words,
                "demo",
                "--keep",
                "--people=80",
                "--data=" + FOLDER,
                "--kafka-port=0",
                "--trino-port=0",
                "--flink-port=0");
        SHELL.await(
                "the demo has answered",
                () -> !demo.isAlive() || Files.readString(words).contains("Running at "));
        assertThat(demo.isAlive()).as(Files.readString(words)).isTrue();
        assertThat(Files.readString(words)).contains("dws.tag_change gets column generation");
    }

    @AfterAll
    static void end() throws Exception {
        SHELL.processes().forEach(ProcessHandle::destroyForcibly);
        SHELL.awaitNoProcess();
        delete();
    }

    @Test
    @Order(1)
    void answersAsItDid() throws Exception {
        String said = Files.readString(answers);

        assertThat(said.substring(said.indexOf("== 接入"), said.indexOf("== 用时")).strip())
                .isEqualTo(Files.readString(FROZEN.resolve("26b8b19.txt")).strip());
    }

    /**
     * Its ticks do not say which facts they counted. Who is who is decided as it was then, so its history is the same; orders, tags and alerts
     * are counted otherwise since, and a rebuild tells them so from the beginning.
     */
    @Test
    @Order(2)
    void isRebuiltWithTheSamePersonsAndTheirMoney() throws Exception {
        Outcome rebuild = SHELL.quanyu("rebuild");

        assertThat(rebuild.exitCode()).as(rebuild.err()).isZero();
        try (Connection trino = RunningPlatform.read(FOLDER).connect()) {
            List<String> history = ofIdentity(HistoryOf.generation(trino, 1));
            assertThat(history).hasSizeGreaterThan(300);
            assertThat(ofIdentity(HistoryOf.generation(trino, 2))).isEqualTo(history);
            assertThat(SqlRows.of(trino, MONEY_OF_PROFILES)).isEqualTo(SqlRows.of(trino, MONEY_OF_ORDERS));
        }
        Outcome audit = SHELL.quanyu("audit");
        assertThat(audit.exitCode()).as(audit.out() + audit.err()).isZero();
    }

    private static List<String> ofIdentity(List<String> history) {
        return history.stream().filter(row -> row.startsWith("dim.")).toList();
    }

    private static void delete() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> files = Files.walk(FOLDER)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
