package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.local.KilledDemo.Played;
import io.quanyu.local.Shell.Outcome;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Everything is derived anew, or judged by other rules, on a platform that holds a demo's month and goes on. */
@ExtendWith(KilledDemo.class)
@ResourceLock(KilledDemo.LOCK)
@TestMethodOrder(OrderAnnotation.class)
class GenerationsIT {

    private static final String CURRENT = "select generation from lake.dim.generation";

    /** Persons who bought once, by the orders alone. Time does not change it. */
    private static final String BOUGHT_ONCE =
            """
            select one_id
            from lake.dwd.paid_order
            where net_revenue_yuan > 0
            group by one_id
            having count(*) = 1
            order by one_id
            """;

    private static final String NEW_BUYERS = "select one_id from lake.dws.tag where tag = 'new_buyer' order by one_id";

    private static Shell shell;

    @BeforeAll
    static void takeWhatWasPlayed(Played demo) {
        shell = demo.shell();
    }

    @Test
    @Order(1)
    void aRebuildThatIsKilledGoesOnAndRepeatsTheHistory() throws Exception {
        List<String> before = history(1);
        Process rebuild = shell.begin("rebuild", "--parallelism=4", "--reason=a test");
        shell.await("generation 2 is being built", () -> asked().contains("\"generation\":2"));
        assertThat(answer(CURRENT)).isEqualTo("1");
        ProcessHandle.of(RunningPlatform.read(shell.data()).pid()).orElseThrow().destroyForcibly();
        shell.await("its processes are gone", () -> shell.processes().stream()
                .noneMatch(process -> process.pid() != rebuild.pid() && process.isAlive()));

        Outcome up = shell.quanyu("up", "--kafka-port=0", "--trino-port=0", "--flink-port=0");
        assertThat(up.exitCode()).as(up.err()).isZero();
        shell.await("generation 2 answers", () -> asked().isEmpty());

        assertThat(answer(CURRENT)).isEqualTo("2");
        assertThat(history(2)).isEqualTo(before);
        assertThat(history(1)).isEqualTo(before);
        rebuild.destroy();
    }

    @Test
    @Order(2)
    void oneTaskAtATimeRepeatsItToo() throws Exception {
        List<String> before = history(2);

        Outcome rebuild = shell.quanyu("rebuild", "--parallelism=1");

        assertThat(rebuild.exitCode()).as(rebuild.err()).isZero();
        assertThat(answer(CURRENT)).isEqualTo("3");
        assertThat(history(3)).isEqualTo(before);
        assertThat(shell.quanyu("status").out()).containsPattern("customer-3 +RUNNING");
    }

    @Test
    @Order(3)
    void aReleasedRuleReachesEverybodyAlsoWhoIsSilent() throws Exception {
        List<String> buyers = rows(BOUGHT_ONCE);
        assertThat(buyers).hasSizeGreaterThan(10).isEqualTo(rows(NEW_BUYERS));

        release(2, "vip_level, dormant");
        shell.await("the tag has left everybody", () -> rows(NEW_BUYERS).isEmpty());

        release(3, "new_buyer, vip_level, vip_month, live_sensitive, quality_sensitive, dormant");
        shell.await("the tag has reached everybody", () -> rows(NEW_BUYERS).equals(buyers));
        assertThat(rows("select count(distinct decided_at), count(*) from lake.dws.tag_change"
                        + " where tag = 'new_buyer' and rule_version = 3 and generation = 3"))
                .as("all as of one instant, each once")
                .containsExactly("1\t" + buyers.size());
        assertThat(shell.quanyu("rules", "show").out()).contains("vip_level, dormant\n");
    }

    private static void release(int version, String tags) throws Exception {
        Path rules = Files.createTempFile("rules", ".yaml");
        Files.writeString(rules, "version: " + version + "\ntags: [" + tags + "]\n");
        Outcome release = shell.quanyu("rules", "release", rules.toString());
        assertThat(release.exitCode()).as(release.err()).isZero();
        assertThat(release.err()).contains("version " + version, tags);
    }

    @Test
    @Order(4)
    void everyCheckOfTheLakeStillHolds() throws Exception {
        Outcome audit = shell.quanyu("audit");

        assertThat(audit.exitCode()).as(audit.out() + audit.err()).isZero();
    }

    private static String asked() throws Exception {
        Path file = shell.data().resolve("rebuild.json");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static List<String> history(long generation) throws Exception {
        try (Connection trino = RunningPlatform.read(shell.data()).connect()) {
            return HistoryOf.generation(trino, generation);
        }
    }

    private static String answer(String query) throws Exception {
        return rows(query).get(0);
    }

    private static List<String> rows(String query) throws Exception {
        try (Connection trino = RunningPlatform.read(shell.data()).connect()) {
            return SqlRows.of(trino, query);
        }
    }
}
