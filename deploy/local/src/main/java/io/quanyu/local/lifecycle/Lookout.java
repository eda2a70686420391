package io.quanyu.local.lifecycle;

import io.quanyu.local.flink.JobReport;
import io.quanyu.local.flink.RunningJob;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.process.Server;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at all parts of the running platform every few seconds and tells what it sees. */
final class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    /** Between two looks. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final PlatformFolder data;
    private final List<RunningJob> jobs;
    private final Consumption consumption;
    private final Server trino;
    private final Clock clock;
    /**
     * From a platform that runs.
     *
     * @param jobs those that run, whenever it looks
     * @param consumption which waits for seconds only
     */
    Lookout(PlatformFolder data, List<RunningJob> jobs, Consumption consumption, Server trino, Clock clock) {
        this.data = data;
        this.jobs = jobs;
        this.consumption = consumption;
        this.trino = trino;
        this.clock = clock;
    }

    /** Looks, and tells. */
    void look() {
        long at = clock.millis();
        try {
            Answer<List<JobReport>> reports = reports();
            Answer<KafkaView> kafka = kafka();
            Answer<Boolean> queries = trino.answers() ? Answer.of(true) : Answer.none("it takes no queries");
            Observation.FILE.write(data, new Observation(at, kafka, queries, reports));
        } catch (IOException | RuntimeException e) {
            LOG.warn("Cannot tell how the platform is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer<List<JobReport>> reports() throws InterruptedException {
        try {
            List<JobReport> reports = new ArrayList<>();
            for (RunningJob job : jobs) {
                reports.add(job.report());
            }
            return Answer.of(reports);
        } catch (IllegalStateException e) {
            return Answer.none(String.valueOf(e.getMessage()));
        }
    }

    private Answer<KafkaView> kafka() throws InterruptedException {
        try {
            Map<String, Long> behind = new HashMap<>();
            for (RunningJob job : jobs) {
                behind.put(job.title(), consumption.lag(job.group(), job.job().facts()));
            }
            OptionalLong ticked = consumption.tickedAtMillis();
            return Answer.of(new KafkaView(behind, ticked.isPresent() ? ticked.getAsLong() : null));
        } catch (IllegalStateException e) {
            return Answer.none(String.valueOf(e.getMessage()));
        }
    }
}
