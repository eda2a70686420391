package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
import io.quanyu.local.Shell.Outcome;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.scenarios.ExtremeEvents;
import io.quanyu.serve.ask.platform.Passwords;
import io.quanyu.serve.ask.platform.Passwords.User;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int EXTREMES = Integer.getInteger("campaign.extremes", 1_000);

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
    @Order(1)
    void listensForThisMachineOnly() throws Exception {
        List<ListeningSocket> sockets = ListeningSocket.of(shell.processes());

        assertThat(sockets)
                .extracting(ListeningSocket::port)
                .contains(
                        portOf(running().kafka()),
                        portOf(running().trino()),
                        portOf(running().flink()));
        assertThat(sockets).allMatch(socket -> socket.address().isLoopbackAddress());
    }

    @Test
    @Order(1)
    void showsFlinksPageToItsUsersAndLetsNobodyChangeAnything() throws Exception {
        var page = new RawHttp(running().flink(), passwords().certificate());
        String host = "Host: " + page.host();
        String user = "Authorization: " + passwords().authorization(User.ANALYST);

        assertThat(page.status("GET /jobs/overview", host, user)).isEqualTo(200);
        assertThat(page.status("GET /", host, user)).isEqualTo(200);
        assertThat(page.status("GET /jobs/overview", host)).isEqualTo(401);
        assertThat(page.status("GET /jobs/overview", host, "Authorization: Basic YW5hbHlzdDp3cm9uZw=="))
                .isEqualTo(401);
        assertThat(page.status("GET /jobs/overview", "Host: evil.example", user))
                .isEqualTo(403);
        assertThat(page.status("GET /jobs/overview", host, user, "Origin: http://evil.example"))
                .isEqualTo(403);
        for (String change : List.of(
                "DELETE /cluster",
                "POST /jars/upload",
                "POST /jobs",
                "PATCH /jobs/" + "0".repeat(32) + "?mode=cancel")) {
            assertThat(page.status(change, host, user)).as(change).isEqualTo(405);
            assertThat(page.status(change, host)).as(change).isEqualTo(401);
        }
    }

    @Test
    @Order(1)
    void letsOnlyItsUsersAskTrino() throws Exception {
        var trino = new RawHttp(running().trino(), passwords().certificate());
        String host = "Host: " + trino.host();
        String user = "Authorization: " + passwords().authorization(User.ANALYST);
        String ask = "POST /v1/statement";

        assertThat(trino.status(ask, host, user)).isEqualTo(200);
        assertThat(trino.status(ask, host)).isEqualTo(401);
        assertThat(trino.status(ask, host, "X-Trino-User: quanyu")).isEqualTo(401);
        assertThat(trino.status(ask, "Host: evil.example", user)).isEqualTo(401);
        assertThat(trino.status(ask, host, user, "Origin: http://evil.example")).isEqualTo(401);
        for (ListeningSocket socket : ListeningSocket.of(shell.processes())) {
            assertThat(statusInClear(socket, ask, user) / 100)
                    .as("port " + socket.port())
                    .isNotEqualTo(2);
        }
    }

    @Test
    @Order(1)
    void letsAnalystsReadEverythingAndChangeNothing() throws Exception {
        try (Connection analyst = running().connect(User.ANALYST)) {
            for (String table :
                    List.of("dwd.live_code_scanned", "dws.profile_change", "ods.dead_letter", "dim.identity_change")) {
                assertThat(SqlRows.of(analyst, "select count(*) from lake." + table))
                        .hasSize(1);
                for (String change : CHANGES) {
                    String sql = change.replace("TABLE", "lake." + table);
                    assertThatThrownBy(() -> SqlRows.run(analyst, sql)).as(sql).hasMessageContaining("Access Denied");
                }
            }
            assertThat(SqlRows.of(analyst, "select count(*) from lake.dws.profile"))
                    .hasSize(1);
            for (String change : OTHER_CHANGES) {
                assertThatThrownBy(() -> SqlRows.run(analyst, change))
                        .as(change)
                        .hasMessageContaining("Access Denied");
            }
        }
    }

    @Test
    @Order(1)
    void letsItsOwnUserWriteInTheLakeAndNowhereElse() throws Exception {
        try (Connection writer = running().connect()) {
            Path outside = folder.resolve("outside");
            SqlRows.run(writer, "create table lake.ods.door (one bigint) with (location = 'file://" + outside + "')");
            SqlRows.run(writer, "insert into lake.ods.door values 1");
            assertThat(outside).doesNotExist();
            SqlRows.run(writer, "drop table lake.ods.door");
            SqlRows.run(writer, "create table lake.ods.door (one bigint)");
            SqlRows.run(writer, "insert into lake.ods.door values 1");
            SqlRows.run(writer, "alter table lake.ods.door execute optimize");
            SqlRows.run(writer, "drop table lake.ods.door");
        }
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
        assertThat(rows(shell)).isEqualTo("0");
    }

    private static boolean isToldOf(String trouble) throws Exception {
        Outcome status = shell.quanyu("status");
        return status.exitCode() == 1 && status.out().contains(trouble);
    }

    @Test
    @Order(6)
    void endsWithoutATrace() throws Exception {
        ingest(shell, "S-1");
        await(() -> rows(shell), "1");

        assertThat(shell.quanyu("down")).returns(0, Outcome::exitCode);

        assertThat(shell.processes()).isEmpty();
        assertThat(shell.data().resolve(RunningPlatform.FILE)).doesNotExist();
        assertThat(openToOthers()).isEmpty();
        Outcome status = shell.quanyu("status");
        assertThat(status).returns(3, Outcome::exitCode);
        assertThat(status.err()).contains("./quanyu up");
        assertThat(shell.quanyu("backup", folder.resolve("copy").toString())).returns(0, Outcome::exitCode);
    }

    @Test
    @Order(7)
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
    @Order(8)
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
    @Order(9)
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
    @Order(10)
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

    /** What would change a table. */
    private static final List<String> CHANGES = List.of(
            "delete from TABLE",
            "truncate table TABLE",
            "drop table TABLE",
            "insert into TABLE select * from TABLE",
            "alter table TABLE add column other bigint",
            "alter table TABLE rename to TABLE_old",
            "alter table TABLE execute optimize",
            "alter table TABLE execute expire_snapshots(retention_threshold => '7d')",
            "alter table TABLE set properties format_version = 2",
            "comment on table TABLE is 'another'",
            "grant select on TABLE to user somebody");

    private static final List<String> OTHER_CHANGES = List.of(
            "create table lake.dwd.other (one bigint)",
            "create schema lake.other",
            "alter schema lake.dwd rename to other",
            "create or replace view lake.dws.profile as select 1 one",
            "drop view lake.dws.profile",
            "set session lake.expire_snapshots_min_retention = '1s'",
            "set session authorization quanyu",
            "call lake.system.rollback_to_snapshot('dwd', 'live_code_scanned', 1)",
            "call system.runtime.kill_query('query', 'why')");

    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    /** What anybody else on the machine could read or change, if the folder above it were not closed. */
    private static List<Path> openToOthers() throws IOException {
        List<Path> open = new ArrayList<>();
        try (Stream<Path> files = Files.walk(shell.data())) {
            for (Path file : files.filter(one -> !Files.isSymbolicLink(one)).toList()) {
                if (!Collections.disjoint(Files.getPosixFilePermissions(file), OF_OTHERS)) {
                    open.add(file);
                }
            }
        }
        return open;
    }

    private static Passwords passwords() {
        return running().passwords();
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.replaceAll(".*:", ""));
    }

    /** 0 if the port does not speak HTTP. */
    private static int statusInClear(ListeningSocket socket, String request, String user) throws Exception {
        var http = new RawHttp("http://127.0.0.1:" + socket.port(), passwords().certificate());
        try {
            return http.status(request, "Host: " + http.host(), user);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
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
