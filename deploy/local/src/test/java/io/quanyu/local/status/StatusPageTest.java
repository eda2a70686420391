package io.quanyu.local.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.local.flink.JobFailure;
import io.quanyu.local.flink.JobReport;
import io.quanyu.local.lifecycle.Answer;
import io.quanyu.local.lifecycle.Health;
import io.quanyu.local.lifecycle.KafkaView;
import io.quanyu.local.lifecycle.Observation;
import io.quanyu.local.lifecycle.RebuildFile;
import io.quanyu.local.platform.DiskUse;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.local.platform.Room;
import io.quanyu.local.process.ServerReport;
import io.quanyu.local.process.ServerReport.State;
import io.quanyu.serve.ask.platform.Passwords;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each state that a platform can be in, and what is said of it. */
class StatusPageTest {

    private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");
    private static final long LATELY = NOW.minusSeconds(5).toEpochMilli();
    private static final PlatformFolder DATA = new PlatformFolder(Path.of("/data"));
    private static final RunningPlatform PLATFORM = new RunningPlatform(
            7, "127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3", new Passwords(Path.of("passwords")));

    private static final ServerReport KAFKA = new ServerReport("Kafka", State.RUNS, LATELY, 0, "");
    private static final ServerReport TRINO = new ServerReport("Trino", State.RUNS, LATELY, 0, "");
    private static final Room ROOM = Room.of(9L << 30);
    private static final DiskUse DISK = new DiskUse(Map.of("lake", 1L << 20), 9L << 30);
    private static final Answer<KafkaView> VIEW = Answer.of(new KafkaView(
            Map.of("ingest", 0L, "lake", 0L, "customer", 12L),
            NOW.minusSeconds(1).toEpochMilli()));
    private static final Answer<KafkaView> STOPPED =
            Answer.of(new KafkaView(Map.of(), NOW.minusSeconds(40).toEpochMilli()));
    private static final List<JobReport> JOBS =
            List.of(job(PlatformJob.INGEST), job(PlatformJob.LAKE), job(PlatformJob.CUSTOMER));

    @Test
    void allIsWell() {
        StatusPage page = StatusPage.of(seen(KAFKA, TRINO, ROOM, VIEW, Answer.of(JOBS)));

        assertThat(page.isWell()).isTrue();
        assertThat(String.join("\n", page.lines()))
                .isEqualTo(
                        """
                        platform  process 7, data in /data
                        kafka     127.0.0.1:1
                        trino     http://127.0.0.1:2
                        flink     http://127.0.0.1:3
                        clock     last tick written at 2026-09-01T09:59:59Z
                        disk      lake 1.0 MiB; 9.0 GiB free

                        job           state       behind    last checkpoint
                        ingest        RUNNING     0         none yet
                        lake          RUNNING     0         none yet
                        customer      RUNNING     12        none yet""");
    }

    @Test
    void aDeadServerIsToldWithItsEndAndThatItIsStartedAgain() {
        var dead = new ServerReport("Kafka", State.DEAD, LATELY, 3, "it ended with code 137");

        StatusPage page = StatusPage.of(seen(dead, TRINO, ROOM, Answer.none("no word"), Answer.of(JOBS)));

        assertThat(page.isWell()).isFalse();
        assertThat(page.lines())
                .contains(
                        "kafka     127.0.0.1:1, started again 3 times, last: it ended with code 137",
                        "! Kafka is dead since 2026-09-01T09:59:55Z: it ended with code 137.",
                        "  The platform starts it again by itself within a minute, and goes on where it was;"
                                + " see /data/logs/kafka.log.");
    }

    @Test
    void aServerThatIsStartingAgainIsWaitedFor() {
        var starting = new ServerReport("Trino", State.STARTS, LATELY, 1, "it ended with code 3");

        assertThat(StatusPage.of(seen(KAFKA, starting, ROOM, VIEW, Answer.of(JOBS)))
                        .lines())
                .contains(
                        "! Trino was dead (it ended with code 3) and is starting since 2026-09-01T09:59:55Z.",
                        "  Wait: the platform goes on by itself where it was; see /data/logs/trino.log.");
    }

    @Test
    void aServerThatWasStartedAgainAndAnswersIsWell() {
        var again = new ServerReport("Trino", State.RUNS, LATELY, 1, "it ended with code 137");

        StatusPage page = StatusPage.of(seen(KAFKA, again, ROOM, VIEW, Answer.of(JOBS)));

        assertThat(page.isWell()).isTrue();
        assertThat(page.lines()).contains("trino     http://127.0.0.1:2, started again 1 time: it ended with code 137");
    }

    @Test
    void aServerThatHangsIsTold() {
        assertThat(troubles(seen(KAFKA, TRINO, ROOM, Answer.none("no word in 2800 ms"), Answer.of(JOBS))))
                .containsExactly("Kafka does not answer: no word in 2800 ms");
    }

    @Test
    void aFullDiskIsToldOnceAndNotAsADeadServer() {
        var stands = new ServerReport("Kafka", State.STANDS, LATELY, 0, "");
        Room full = ROOM.now(1 << 20);

        assertThat(Troubles.of(seen(stands, TRINO, full, Answer.none("no word"), Answer.of(JOBS))))
                .containsExactly(new Trouble(
                        "The disk of /data is full: Kafka stands, so that nobody writes",
                        "Free some: it goes on by itself at 400 MiB, and nothing that was taken is lost"));
    }

    @Test
    void aJobThatFailsIsToldWithItsCause() {
        JobReport failing = new JobReport(
                PlatformJob.LAKE, "lake", "RESTARTING", "none yet", new JobFailure("IOException: x", LATELY));

        assertThat(troubles(seen(KAFKA, TRINO, ROOM, VIEW, Answer.of(List.of(JOBS.get(0), failing, JOBS.get(2))))))
                .containsExactly("Job lake is RESTARTING. It failed last at 2026-09-01T09:59:55Z: IOException: x");
    }

    @Test
    void aJobThatFailsForEverIsNotWellInTheMomentsWhenItRuns() {
        assertThat(troubles(failedSince(59)))
                .containsExactly("Job lake runs again. It failed last at 2026-09-01T09:59:01Z: IOException: x");
        assertThat(troubles(failedSince(61))).isEmpty();
    }

    private static Seen failedSince(int seconds) {
        var failure = new JobFailure("IOException: x", NOW.minusSeconds(seconds).toEpochMilli());
        var lake = new JobReport(PlatformJob.LAKE, "lake", "RUNNING", "none yet", failure);
        return seen(KAFKA, TRINO, ROOM, VIEW, Answer.of(List.of(JOBS.get(0), lake, JOBS.get(2))));
    }

    @Test
    void aJobThatIsMissingIsTold() {
        assertThat(troubles(seen(KAFKA, TRINO, ROOM, VIEW, Answer.of(JOBS.subList(0, 2)))))
                .containsExactly("Job customer is not there");
    }

    @Test
    void aPlatformThatHangsIsToldAndNotItsParts() {
        Seen seen = new Seen(
                NOW.plusSeconds(60),
                DATA,
                PLATFORM,
                new Health(List.of(KAFKA, TRINO), ROOM),
                observation(Answer.none("no word"), Answer.of(JOBS)),
                ClockTime.LIVE,
                Optional.empty(),
                DISK);

        assertThat(Troubles.of(seen))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.what())
                        .isEqualTo("The platform has not said how it is since 2026-09-01T10:00:00Z"))
                .satisfies(trouble -> assertThat(trouble.todo()).contains("Process 7", "./quanyu down"));
    }

    @Test
    void whereTheDiskIsFullThePlatformCannotSayHowItIs() {
        Seen seen = new Seen(
                NOW.plusSeconds(60),
                DATA,
                PLATFORM,
                new Health(List.of(KAFKA, TRINO), ROOM),
                observation(VIEW, Answer.of(JOBS)),
                ClockTime.LIVE,
                Optional.empty(),
                new DiskUse(Map.of(), 0));

        assertThat(troubles(seen)).containsExactly("The disk of /data is full: Kafka stands, so that nobody writes");
    }

    @Test
    void whatWasSeenBeforeAServerCameBackIsNotTold() {
        var back =
                new ServerReport("Kafka", State.RUNS, NOW.plusSeconds(1).toEpochMilli(), 1, "it ended with code 137");

        assertThat(troubles(seen(back, TRINO, ROOM, Answer.none("no word"), Answer.of(JOBS))))
                .isEmpty();
    }

    @Test
    void aClockThatStandsIsTold() {
        assertThat(troubles(seen(KAFKA, TRINO, ROOM, STOPPED, Answer.of(JOBS))))
                .containsExactly(
                        "The clock stands since 40 s: what came since then is not judged, and no tag ends by time");
    }

    @Test
    void theClockOfADemoMayStandAndThatIsTold() {
        Seen seen = new Seen(
                NOW,
                DATA,
                PLATFORM,
                new Health(List.of(KAFKA, TRINO), ROOM),
                observation(STOPPED, Answer.of(JOBS)),
                ClockTime.VIRTUAL,
                Optional.empty(),
                DISK);

        assertThat(StatusPage.of(seen).isWell()).isTrue();
        assertThat(StatusPage.of(seen).lines()).anyMatch(line -> line.startsWith("clock     time is that of a demo"));
    }

    @Test
    void aRebuildThatFailedIsTold() {
        Seen seen = new Seen(
                NOW,
                DATA,
                PLATFORM,
                new Health(List.of(KAFKA, TRINO), ROOM),
                observation(VIEW, Answer.of(JOBS)),
                ClockTime.LIVE,
                Optional.of(new RebuildFile(2, "", 0, 250, 1000, "no room")),
                DISK);

        assertThat(troubles(seen)).containsExactly("The rebuild does not go on: no room");
        assertThat(StatusPage.of(seen).lines())
                .contains("rebuild   generation 2 has read 750 of 1,000 facts and ticks");
    }

    private static List<String> troubles(Seen seen) {
        return Troubles.of(seen).stream().map(Trouble::what).toList();
    }

    private static Seen seen(
            ServerReport kafka, ServerReport trino, Room room, Answer<KafkaView> view, Answer<List<JobReport>> jobs) {
        return new Seen(
                NOW,
                DATA,
                PLATFORM,
                new Health(List.of(kafka, trino), room),
                observation(view, jobs),
                ClockTime.LIVE,
                Optional.empty(),
                DISK);
    }

    private static Observation observation(Answer<KafkaView> view, Answer<List<JobReport>> jobs) {
        return new Observation(NOW.toEpochMilli(), view, Answer.of(true), jobs);
    }

    private static JobReport job(PlatformJob job) {
        return new JobReport(job, job.title(), "RUNNING", "none yet", null);
    }
}
