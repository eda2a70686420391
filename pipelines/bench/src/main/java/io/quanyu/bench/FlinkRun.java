package io.quanyu.bench;

import io.quanyu.bench.CountResults.Look;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.jobs.environment.CheckpointFiles;
import io.quanyu.jobs.environment.CheckpointSettings;
import io.quanyu.jobs.environment.FlinkSettings;
import io.quanyu.jobs.environment.FlinkSettings.StateBackend;
import io.quanyu.jobs.environment.JobEnvironment;
import io.quanyu.jobs.identity.EvidenceSeen;
import io.quanyu.jobs.identity.IdentityJob;
import io.quanyu.jobs.identity.IdentityJob.Decided;
import io.quanyu.jobs.identity.RulingSeen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * A Flink job in this process, with the settings of Quanyu's jobs: state on the heap, a full checkpoint
 * every thirty seconds, exactly once, its files one after the other. A failure ends it.
 */
final class FlinkRun implements AutoCloseable {

    private static final Duration CHECKPOINTS = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(128);
    private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(16);
    private static final long POLL_MILLIS = 500;

    private final long endMillis;
    private final int parallelism;
    private final StreamExecutionEnvironment environment;
    private final MiniCluster cluster;

    private int outputs;
    private JobID job = new JobID();

    /**
     * Prepares a job. Checkpoints go to the folder.
     *
     * @param endMillis the last tick of the clock, epoch milliseconds
     */
    FlinkRun(long endMillis, int parallelism, Path folder) {
        CheckpointFiles.oneAtATime();
        this.endMillis = endMillis;
        this.parallelism = parallelism;
        this.environment = environment(parallelism, folder);
        this.cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration())
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(parallelism)
                .build());
    }

    /** The events of a workload, with the ticks of the clock. */
    DataStream<EvidenceSeen> evidence(Workload workload) {
        return evidence(new WholeWorkload(workload), parallelism);
    }

    /** The events of a play by so many players, with the ticks of the clock. */
    DataStream<EvidenceSeen> evidence(EventSource.Play play, int players) {
        return environment
                .fromSource(new EventSource(play), WatermarkStrategy.noWatermarks(), "events")
                .returns(EvidenceSeen.class)
                .uid("events")
                .setParallelism(players);
    }

    /** Quanyu's identity job over events, with nobody to rule. */
    Decided identity(DataStream<EvidenceSeen> evidence) {
        DataStream<RulingSeen> rulings = evidence.flatMap((EvidenceSeen seen, Collector<RulingSeen> out) -> {})
                .returns(RulingSeen.class)
                .uid("rulings");
        return IdentityJob.define(evidence, rulings, IdentityPolicy.standard());
    }

    /** Counts what the job says, and lets {@code look} see it. */
    <T> void count(DataStream<T> results, String uid, Look<T> look) {
        results.sinkTo(new CountResults<>(endMillis, look))
                .setParallelism(parallelism)
                .uid(uid)
                .name(uid);
        outputs += parallelism;
    }

    /** Runs the job until its last result. It goes on running, without anything to do. */
    void run() throws Exception {
        JobGraph graph = environment.getStreamGraph().getJobGraph();
        job = graph.getJobID();
        Meter meter = Meter.ofThisProcess();
        meter.expectOutputs(outputs);
        cluster.start();
        cluster.submitJob(graph).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        while (!meter.awaitEnd(POLL_MILLIS)) {
            requireAlive();
        }
    }

    /** Takes a full checkpoint; returns its folder. */
    Path checkpoint() throws InterruptedException, ExecutionException, TimeoutException {
        String address = cluster.triggerCheckpoint(job).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return Path.of(address.replaceFirst("^file:", ""));
    }

    /** How many checkpoints it has taken so far. */
    long checkpoints() throws InterruptedException, ExecutionException {
        CheckpointStatsSnapshot stats = cluster.getExecutionGraph(job).get().getCheckpointStatsSnapshot();
        return stats == null ? 0 : stats.getCounts().getNumberOfCompletedCheckpoints();
    }

    @Override
    public void close() throws IOException {
        cluster.closeAsync().join();
    }

    private void requireAlive() throws InterruptedException, ExecutionException {
        JobStatus status = cluster.getJobStatus(job).get();
        if (status == JobStatus.FAILED) {
            throw new IllegalStateException(
                    "The job failed",
                    cluster.requestJobResult(job)
                            .get()
                            .getSerializedThrowable()
                            .map(failure -> failure.deserializeError(FlinkRun.class.getClassLoader()))
                            .orElse(null));
        }
    }

    private static StreamExecutionEnvironment environment(int parallelism, Path folder) {
        var checkpoints = new CheckpointSettings("file://" + folder.toAbsolutePath(), CHECKPOINTS);
        StreamExecutionEnvironment environment = JobEnvironment.strict(
                "bench", new FlinkSettings(parallelism, StateBackend.HEAP, checkpoints, FlinkSettings.ENDLESS));
        environment.configure(new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
        return environment;
    }

    private static Configuration configuration() {
        return new Configuration()
                .set(RestOptions.BIND_PORT, "0")
                .set(RestOptions.ADDRESS, "127.0.0.1")
                .set(RestOptions.BIND_ADDRESS, "127.0.0.1")
                .set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY)
                .set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY)
                .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
    }
}
