package io.quanyu.local.flink;

import io.quanyu.local.platform.PlatformJob;
import io.quanyu.local.platform.PlatformTopics;
import io.quanyu.local.process.StartFailed;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
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
    private static final Duration CHECKPOINT_PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(50);

    private final PlatformJob job;
    private final String title;
    private final JobID id;
    private final MiniCluster cluster;
    private final Unsaved unsaved = new Unsaved();

    EmbeddedJob(PlatformJob job, String title, JobID id, MiniCluster cluster) {
        this.job = job;
        this.title = title;
        this.id = id;
        this.cluster = cluster;
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
    public void awaitRunning() throws InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!allTasksRun(alive())) {
            if (System.nanoTime() > deadline) {
                throw new StartFailed("Job " + title() + " did not run after " + START_PATIENCE.toSeconds() + " seconds"
                        + cause(graph()));
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    @Override
    public void checkpoint() throws InterruptedException {
        requireAlive();
        try {
            triggerCheckpoint().get(CHECKPOINT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartFailed("Job " + title() + " took no checkpoint: " + reason(e) + cause(graph()), e);
        }
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
        return failure == null
                ? ""
                : ". Its last failure: "
                        + failure.getException()
                                .deserializeError(EmbeddedJob.class.getClassLoader())
                                .toString();
    }

    private static String reason(Exception e) {
        Throwable stripped = ExceptionUtils.stripExecutionException(e);
        return stripped.getMessage() == null ? stripped.getClass().getSimpleName() : stripped.getMessage();
    }
}
