package io.quanyu.local.status;

import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.local.flink.JobReport;
import io.quanyu.local.lifecycle.Answer;
import io.quanyu.local.lifecycle.KafkaView;
import io.quanyu.local.lifecycle.RebuildFile;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.process.ServerReport;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people read of a platform that was seen.
 *
 * @param lines parts, jobs, and what is wrong
 * @param isWell whether nothing is wrong
 */
public record StatusPage(List<String> lines, boolean isWell) {

    /** Of the platform that runs on a folder. */
    public static StatusPage now(PlatformFolder data, RunningPlatform platform) {
        return of(Seen.now(data, platform));
    }

    static StatusPage of(Seen seen) {
        List<Trouble> troubles = Troubles.of(seen);
        var lines = new ArrayList<String>();
        lines.add("platform  process " + seen.platform().pid() + ", data in "
                + seen.data().root());
        lines.add("kafka     " + seen.platform().kafka() + restarts(seen, "Kafka"));
        lines.add("trino     " + seen.platform().trino() + restarts(seen, "Trino"));
        lines.add("flink     " + seen.platform().flink());
        lines.add("clock     " + clock(seen));
        lines.add("disk      " + seen.disk().words());
        seen.rebuild().map(StatusPage::words).ifPresent(lines::add);
        seen.observation()
                .jobs()
                .given()
                .ifPresent(jobs -> addJobs(jobs, seen.observation().kafka(), lines));
        for (Trouble trouble : troubles) {
            lines.addAll(List.of("", "! " + trouble.what() + ".", "  " + trouble.todo() + "."));
        }
        return new StatusPage(List.copyOf(lines), troubles.isEmpty());
    }

    private static String restarts(Seen seen, String name) {
        return seen.health().servers().stream()
                .filter(server -> server.name().equals(name) && server.restarts() > 0)
                .map(StatusPage::restarts)
                .findFirst()
                .orElse("");
    }

    private static String restarts(ServerReport server) {
        String cause = server.lastEnd().isEmpty() ? "the disk was full" : server.lastEnd();
        return ", started again " + server.restarts() + (server.restarts() == 1 ? " time: " : " times, last: ") + cause;
    }

    private static String clock(Seen seen) {
        Optional<Instant> ticked = seen.observation()
                .kafka()
                .given()
                .map(KafkaView::tickedAtMillis)
                .map(millis -> Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS));
        String last = ticked.map(at -> "last tick written at " + at).orElse("no tick known");
        return seen.time() == ClockTime.VIRTUAL
                ? "time is that of a demo, " + last
                        + "; it stands between its ticks, and facts of your own wait until a start with ./quanyu up"
                : last;
    }

    private static String words(RebuildFile rebuild) {
        return String.format(
                "rebuild   generation %d has read %,d of %,d facts and ticks",
                rebuild.generation(), rebuild.of() - rebuild.left(), rebuild.of());
    }

    private static void addJobs(List<JobReport> jobs, Answer<KafkaView> kafka, List<String> lines) {
        lines.add("");
        lines.add(String.format("%-14s%-12s%-10s%s", "job", "state", "behind", "last checkpoint"));
        for (JobReport job : jobs) {
            String behind = kafka.given()
                    .map(view -> view.behind().get(job.title()))
                    .map(String::valueOf)
                    .orElse("unknown");
            lines.add(String.format("%-14s%-12s%-10s%s", job.title(), job.state(), behind, job.lastCheckpoint()));
        }
    }
}
