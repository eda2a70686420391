package io.quanyu.local.flink;

import io.quanyu.local.platform.PlatformJob;
import io.quanyu.local.platform.PlatformTopics;
import io.quanyu.local.process.StartFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job on the cluster of this process. */
final class EmbeddedJob implements RunningJob {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedJob.class);

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final int START_TRIES = 3;
    private static final Duration CHECKPOINT_PATIENCE = Duration.ofMinutes(4);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final PlatformJob job;
    private final String title;
    private final JobID id;
    private final MiniCluster cluster;
    private final Checkpoints checkpoints;
    private final Optional<String> runBefore;
    private final Unsaved unsaved = new Unsaved();

    /**
     * A job that has been submitted.
     *
     * @param runBefore id of the job in the run that it resumes; empty if it starts from nothing
     */
    EmbeddedJob(
            PlatformJob job,
            String title,
            JobID id,
            MiniCluster cluster,
            Checkpoints checkpoints,
            Optional<String> runBefore) {
        this.job = job;
        this.title = title;
        this.id = id;
        this.cluster = cluster;
        this.checkpoints = checkpoints;
        this.runBefore = runBefore;
    }

    @Override
    public PlatformJob job() {
        return job;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean isSweeping() {
        return Sweeps.left(id) > 0;
    }

    /** Ends it; its checkpoints stay. */
    void cancel() throws InterruptedException {
        try {
            cluster.cancelJob(id).get(CHECKPOINT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            cluster.requestJobResult(id).get(CHECKPOINT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartFailed("Job " + title() + " does not end: " + reason(e), e);
        }
    }

    @Override
    public OptionalLong position(TopicPartition partition) {
        return SourcePositions.next(id, partition);
    }

    @Override
    public JobReport report() throws InterruptedException {
        AccessExecutionGraph graph = graph();
        @Nullable ErrorInfo failure = graph.getFailureInfo();
        return new JobReport(
                job,
                title,
                graph.getState() == JobStatus.RUNNING && !allTasksRun(graph)
                        ? "STARTING"
                        : graph.getState().name(),
                lastCheckpoint(graph),
                failure == null
                        ? null
                        : new JobFailure(RootCause.of(failure.getExceptionAsString()), failure.getTimestamp()));
    }

    private static String lastCheckpoint(AccessExecutionGraph graph) {
        @Nullable CheckpointStatsSnapshot checkpoints = graph.getCheckpointStatsSnapshot();
        @Nullable
        CompletedCheckpointStats last =
                checkpoints == null ? null : checkpoints.getHistory().getLatestCompletedCheckpoint();
        return last == null
                ? JobReport.NO_CHECKPOINT
                : Instant.ofEpochMilli(last.getTriggerTimestamp()) + ", in " + last.getEndToEndDuration() + " ms";
    }

    /** A job that has run restarts without end; one that does not come to run would fail for ever, and somebody is looking. */
    @Override
    public void awaitRunning() throws InterruptedException {
        Set<Long> failures = new HashSet<>();
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        AccessExecutionGraph graph = alive();
        while (!allTasksRun(graph)) {
            if (graph.getFailureInfo() != null) {
                failures.add(graph.getFailureInfo().getTimestamp());
            }
            if (failures.size() == START_TRIES || System.nanoTime() > deadline) {
                throw new StartFailed("Job " + title() + " does not come to run" + cause(graph));
            }
            Thread.sleep(POLL.toMillis());
            graph = alive();
        }
        forgetOlderRuns();
    }

    /** Not before it runs: whoever cannot start from the newest may still need the others. */
    private void forgetOlderRuns() {
        checkpoints.deleteAllBut(
                Stream.concat(runBefore.stream(), Stream.of(id.toString())).collect(Collectors.toSet()));
    }

    /** A job that is being restarted saves itself when it runs again. */
    @Override
    public void checkpoint() throws InterruptedException {
        long deadline = System.nanoTime() + CHECKPOINT_PATIENCE.toNanos();
        while (!saved(deadline)) {
            Thread.sleep(RETRY.toMillis());
        }
    }

    private boolean saved(long deadline) throws InterruptedException {
        AccessExecutionGraph graph = alive();
        try {
            if (allTasksRun(graph)) {
                triggerCheckpoint().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                return true;
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Job {} took no checkpoint and is asked again", title(), e);
        }
        if (System.nanoTime() > deadline) {
            throw new StartFailed("Job " + title() + " took no checkpoint in " + CHECKPOINT_PATIENCE.toMinutes()
                    + " minutes" + cause(graph()));
        }
        return false;
    }

    /** Takes a checkpoint if there is anything new, and does not wait for it. One that fails is made up for by the next. */
    void saveWhatIsNew() {
        if (unsaved.is(work())) {
            var unused = triggerCheckpoint().whenComplete((path, failure) -> {
                if (failure != null) {
                    LOG.warn("Job {} took no checkpoint this time: {}", title, failure.toString());
                }
            });
        }
    }

    private long work() {
        return WrittenRows.of(id)
                + job.facts().stream()
                        .flatMap(topic -> PlatformTopics.partitionsOf(topic).stream())
                        .mapToLong(
                                partition -> SourcePositions.next(id, partition).orElse(0))
                        .sum();
    }

    CompletableFuture<String> triggerCheckpoint() {
        return cluster.triggerCheckpoint(id);
    }

    @Override
    public void requireAlive() throws InterruptedException {
        alive();
    }

    private AccessExecutionGraph alive() throws InterruptedException {
        AccessExecutionGraph graph = graph();
        if (graph.getState().isGloballyTerminalState()) {
            throw new StartFailed("Job " + title() + " is " + graph.getState() + cause(graph));
        }
        return graph;
    }

    private AccessExecutionGraph graph() throws InterruptedException {
        try {
            return cluster.getExecutionGraph(id).get(CHECKPOINT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartFailed("Flink does not answer about job " + title() + ": " + reason(e), e);
        }
    }

    private static boolean allTasksRun(AccessExecutionGraph graph) {
        // A job that is still being set up has no tasks yet, so all of them run.
        return graph.getState() == JobStatus.RUNNING
                && StreamSupport.stream(graph.getAllExecutionVertices().spliterator(), false)
                        .allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING);
    }

    private static String cause(AccessExecutionGraph graph) {
        @Nullable ErrorInfo failure = graph.getFailureInfo();
        return failure == null ? "" : ": " + RootCause.of(failure.getExceptionAsString());
    }

    private static String reason(Exception e) {
        Throwable stripped = ExceptionUtils.stripExecutionException(e);
        return stripped.getMessage() == null ? stripped.getClass().getSimpleName() : stripped.getMessage();
    }
}
