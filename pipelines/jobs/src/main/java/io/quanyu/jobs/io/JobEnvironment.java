package io.quanyu.jobs.io;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** An environment that refuses, when the job graph is built, what would hurt later: operators without uid, and Kryo. */
public final class JobEnvironment {

    /** Of keyed operators and of sources; sinks into the lake and the clock run alone. */
    public static final int PARALLELISM = 2;

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);
    private static final int RESTARTS = 10;

    private JobEnvironment() {}

    /** An environment for the job of this name; the name is the folder of its checkpoints and the name of its graph. */
    public static StreamExecutionEnvironment strict(String job, JobSettings settings) {
        return StreamExecutionEnvironment.getExecutionEnvironment(
                strict(job, settings.checkpoints(), settings.checkpointInterval()));
    }

    static Configuration strict(String job, Path checkpoints, Duration interval) {
        return new Configuration()
                .set(PipelineOptions.NAME, job)
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
                .set(PipelineOptions.OBJECT_REUSE, true)
                .set(CoreOptions.DEFAULT_PARALLELISM, PARALLELISM)
                // Without it a snapshot writes each character by itself through four streams: most of a job's time.
                .set(ExecutionOptions.SNAPSHOT_COMPRESSION, true)
                .set(StateBackendOptions.STATE_BACKEND, "hashmap")
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval)
                .set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE)
                .set(
                        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION)
                .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
                // Flink takes the text as it is: an encoded space would become a folder named %20.
                .set(
                        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                        "file://" + checkpoints.resolve(job).toAbsolutePath())
                .set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay")
                .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_BACKOFF)
                .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LONGEST_BACKOFF)
                .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, RESTARTS);
    }
}
