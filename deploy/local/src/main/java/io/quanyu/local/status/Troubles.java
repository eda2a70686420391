package io.quanyu.local.status;

import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.local.flink.JobFailure;
import io.quanyu.local.flink.JobReport;
import io.quanyu.local.lifecycle.Answer;
import io.quanyu.local.lifecycle.KafkaView;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.local.platform.Room;
import io.quanyu.local.process.ServerReport;
import io.quanyu.serve.ask.platform.StandingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is wrong with a platform that was seen, the causes before what follows from them. */
final class Troubles {

    /** A job that fails for ever runs again for moments: it is well when it has run for so long. */
    private static final Duration CONVALESCENCE = Duration.ofMinutes(1);

    /** A platform tells every few seconds how it is; what it asks may take some more. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(25);

    private static final String RESTART = "./quanyu down, then ./quanyu up; the data stay";

    private final Seen seen;
    private final List<Trouble> found = new ArrayList<>();

    private Troubles(Seen seen) {
        this.seen = seen;
    }

    static List<Trouble> of(Seen seen) {
        var troubles = new Troubles(seen);
        troubles.ofDisk();
        troubles.ofServer("Kafka", "kafka.log", seen.observation().kafka());
        troubles.ofServer("Trino", "trino.log", seen.observation().trino());
        troubles.ofPlatform();
        troubles.ofJobs();
        troubles.ofClock();
        troubles.ofRebuild();
        return List.copyOf(troubles.found);
    }

    private void ofDisk() {
        if (isFull()) {
            add(
                    "The disk of " + seen.data().root() + " is full: Kafka stands, so that nobody writes",
                    "Free some: it goes on by itself at " + (Room.GO_ON_BYTES >> 20)
                            + " MiB, and nothing that was taken is lost");
        } else if (seen.disk().freeBytes() < PlatformFolder.LEAST_FREE_BYTES) {
            add(
                    "The disk of " + seen.data().root() + " is nearly full",
                    "Free some: below " + (Room.LEAST_FREE_BYTES >> 20) + " MiB Kafka stands, and below "
                            + (PlatformFolder.LEAST_FREE_BYTES >> 20) + " MiB no platform starts");
        }
    }

    private boolean isFull() {
        return !seen.health().room().enough() || seen.disk().freeBytes() < Room.LEAST_FREE_BYTES;
    }

    private void ofServer(String name, String log, Answer<?> answer) {
        Optional<ServerReport> report = seen.health().servers().stream()
                .filter(server -> server.name().equals(name))
                .findFirst();
        String place = "; see " + seen.data().logs().resolve(log);
        ServerReport.State state = report.map(ServerReport::state).orElse(ServerReport.State.RUNS);
        switch (state) {
            case STANDS -> {
                // It is the disk that is told.
            }
            case DEAD -> add(
                    name + " is dead since " + instant(report.get().sinceMillis()) + ": "
                            + report.get().lastEnd(),
                    "The platform starts it again by itself within a minute, and goes on where it was" + place);
            case STARTS -> add(
                    name + " was dead (" + report.get().lastEnd() + ") and is starting since "
                            + instant(report.get().sinceMillis()),
                    "Wait: the platform goes on by itself where it was" + place);
            case RUNS -> {
                boolean since = report.map(ServerReport::sinceMillis).orElse(0L)
                        < seen.observation().atMillis();
                if (since && !isSilent() && answer.given().isEmpty()) {
                    add(
                            name + " does not answer: " + answer.silence(),
                            "Ask again; if it stays so, " + RESTART + place);
                }
            }
        }
    }

    /** On a full disk it cannot say anything. */
    private void ofPlatform() {
        if (isSilent() && !isFull()) {
            add(
                    "The platform has not said how it is since "
                            + instant(seen.observation().atMillis()),
                    "Process " + seen.platform().pid() + " hangs, or has too much to do. Ask again; if it stays so, "
                            + RESTART + "; see " + log());
        }
    }

    private boolean isSilent() {
        return seen.observation().atMillis() < seen.at().minus(LONGEST_SILENCE).toEpochMilli();
    }

    private void ofJobs() {
        Answer<List<JobReport>> answer = seen.observation().jobs();
        if (answer.given().isEmpty()) {
            add("Flink does not say how the jobs are: " + answer.silence(), RESTART + "; see " + log());
            return;
        }
        List<JobReport> jobs = answer.given().get();
        for (PlatformJob job : PlatformJob.values()) {
            if (jobs.stream().noneMatch(report -> report.job() == job)
                    && seen.rebuild().isEmpty()) {
                add("Job " + job.title() + " is not there", RESTART + "; see " + log());
            }
        }
        jobs.forEach(this::ofJob);
    }

    private void ofJob(JobReport job) {
        Optional<JobFailure> failed = Optional.ofNullable(job.failure());
        Optional<JobFailure> recent = failed.filter(
                failure -> failure.atMillis() > seen.at().minus(CONVALESCENCE).toEpochMilli());
        if (job.runs() && recent.isEmpty()) {
            return;
        }
        String cause = failed.map(
                        failure -> ". It failed last at " + instant(failure.atMillis()) + ": " + failure.cause())
                .orElse("");
        boolean ended = job.state().equals("FAILED") || job.state().equals("FINISHED");
        add(
                "Job " + job.title() + (job.runs() ? " runs again" : " is " + job.state()) + cause,
                (ended
                                ? RESTART
                                : "It is started again without end, from its last checkpoint; nothing is lost. If it stays so, the cause says why")
                        + "; see " + log());
    }

    private void ofClock() {
        if (seen.time() == ClockTime.LIVE && seen.health().allRun() && !isSilent()) {
            stands().ifPresent(since -> add(
                    "The clock stands since " + since.toSeconds()
                            + " s: what came since then is not judged, and no tag ends by time",
                    RESTART + "; see " + log()));
        }
    }

    private Optional<Duration> stands() {
        return seen.observation()
                .kafka()
                .given()
                .map(KafkaView::tickedAtMillis)
                .flatMap(ticked -> StandingClock.since(
                        OptionalLong.of(ticked),
                        Instant.ofEpochMilli(seen.observation().atMillis())));
    }

    private void ofRebuild() {
        seen.rebuild()
                .filter(rebuild -> rebuild.failure() != null)
                .ifPresent(rebuild ->
                        add("The rebuild does not go on: " + rebuild.failure(), "Ask again with ./quanyu rebuild"));
    }

    private String log() {
        return seen.data().logs().resolve("platform.log").toString();
    }

    private void add(String what, String todo) {
        found.add(new Trouble(what, todo));
    }

    private static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
    }
}
