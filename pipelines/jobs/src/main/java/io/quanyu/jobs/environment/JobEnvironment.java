package io.quanyu.jobs.environment;

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

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

    private JobEnvironment() {}

    /** An environment for the job of this name; the name is the folder of its checkpoints and the name of its graph. */
    public static StreamExecutionEnvironment strict(String job, FlinkSettings settings) {
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration(job, settings));
    }

    static Configuration configuration(String job, FlinkSettings settings) {
        Configuration configuration = always(job, settings);
        if (settings.parallelism() != null) {
            configuration.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        }
        if (settings.state() != null) {
            setState(settings.state(), configuration);
        }
        String folder = settings.checkpoints().folderOf(job);
        if (folder != null) {
            configuration
                    .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
                    .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder);
        }
        return configuration;
    }

    private static Configuration always(String job, FlinkSettings settings) {
        return new Configuration()
                .set(PipelineOptions.NAME, job)
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
                .set(PipelineOptions.OBJECT_REUSE, true)
                // Only the clock moves watermarks: no source need wake up to say that it has none.
                .set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ZERO)
                // Without it a snapshot writes each character by itself through four streams: most of a job's time.
                .set(ExecutionOptions.SNAPSHOT_COMPRESSION, true)
                .set(
                        CheckpointingOptions.CHECKPOINTING_INTERVAL,
                        settings.checkpoints().interval())
                .set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE)
                .set(
                        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION)
                .set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay")
                .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_BACKOFF)
                .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LONGEST_BACKOFF)
                .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, settings.restarts());
    }

    private static void setState(FlinkSettings.StateBackend state, Configuration configuration) {
        switch (state) {
            case HEAP -> configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
            case ROCKSDB -> configuration
                    .set(StateBackendOptions.STATE_BACKEND, "rocksdb")
                    .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        }
    }
}
