package io.quanyu.local.flink;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the jobs of this process save themselves, and with that show their results, as often as somebody wants to see new ones, and not while there are
 * none: a checkpoint writes all state anew.
 */
final class CheckpointPace implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointPace.class);

    /** Even with nothing to do, so that a job that comes back has few ticks of the clock to read again. */
    static final Duration IDLE = Duration.ofMinutes(30);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "checkpoint-pace");
        thread.setDaemon(true);
        return thread;
    });
    private final Collection<EmbeddedJob> jobs;

    /** Of the jobs that are there at each time; begins with {@link #every}. */
    CheckpointPace(Collection<EmbeddedJob> jobs) {
        this.jobs = jobs;
    }

    void every(Duration interval) {
        long millis = interval.toMillis();
        var unused = timer.scheduleAtFixedRate(this::save, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void save() {
        try {
            jobs.forEach(EmbeddedJob::saveWhatIsNew);
        } catch (RuntimeException e) {
            LOG.warn("The jobs are not saved this time", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
