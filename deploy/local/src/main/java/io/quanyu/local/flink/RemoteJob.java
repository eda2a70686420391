package io.quanyu.local.flink;

import io.quanyu.local.platform.PlatformJob;
import io.quanyu.local.process.StartFailed;
import io.quanyu.serve.ask.platform.PlatformUnreachable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * A job on a Flink of its own, found by its name. That Flink may lose machines and go on: whoever waits for the job waits for that
 * too.
 */
record RemoteJob(PlatformJob job, FlinkPage flink) implements RunningJob {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration POLL = Duration.ofMillis(500);

    /** Only what it commits tells how far it is: its metrics are elsewhere. */
    @Override
    public OptionalLong position(TopicPartition partition) {
        return OptionalLong.empty();
    }

    /** Of the runs of this name the one that goes on, if one does. */
    @Override
    public JobReport report() throws InterruptedException {
        List<JobReport> runs = flink.jobs().stream()
                .filter(report -> report.title().equals(title()))
                .toList();
        return runs.stream()
                .filter(report -> !report.wasReplaced())
                .findFirst()
                .orElseGet(() -> runs.isEmpty() ? JobReport.missing(job, title()) : runs.get(0));
    }

    @Override
    public void awaitRunning() throws InterruptedException {
        untilRunning(System.nanoTime() + PATIENCE.toNanos());
    }

    @Override
    public void checkpoint() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!savedItself(untilRunning(deadline))) {
            requireTime(deadline, "took no checkpoint");
            Thread.sleep(POLL.toMillis());
        }
    }

    @Override
    public void requireAlive() throws InterruptedException {
        Optional<String> ended = flink.endOf(job);
        if (ended.isPresent()) {
            throw new StartFailed("Job " + title() + " is " + ended.get() + " at " + flink.address());
        }
    }

    /** Its id, once all its tasks run. */
    private String untilRunning(long deadline) throws InterruptedException {
        while (true) {
            Optional<String> id = running();
            if (id.isPresent()) {
                return id.get();
            }
            requireTime(deadline, "did not run");
            Thread.sleep(POLL.toMillis());
        }
    }

    private Optional<String> running() throws InterruptedException {
        try {
            return flink.idOfRunning(job);
        } catch (PlatformUnreachable e) {
            return Optional.empty();
        }
    }

    private boolean savedItself(String id) throws InterruptedException {
        try {
            String request = flink.requestCheckpoint(id);
            Optional<Boolean> complete;
            do {
                Thread.sleep(POLL.toMillis());
                complete = flink.isComplete(id, request);
            } while (complete.isEmpty());
            return complete.get();
        } catch (PlatformUnreachable e) {
            return false;
        }
    }

    private void requireTime(long deadline, String what) {
        if (System.nanoTime() > deadline) {
            throw new StartFailed("Job " + title() + " " + what + " at " + flink.address() + " after "
                    + PATIENCE.toMinutes() + " minutes: look there, and submit it if it is missing");
        }
    }
}
