package io.quanyu.jobs.environment;

import org.jspecify.annotations.Nullable;

/**
 * How Flink runs a job. What a job sets beats what its cluster says, so what is null here is left to the cluster.
 *
 * @param parallelism of keyed operators and of sources; sinks into the lake and the clock have their own
 * @param restarts how often a job may fail before it is given up; {@link #ENDLESS} for a cluster, where a job waits as long as a
 *     machine is missing
 */
public record FlinkSettings(
        @Nullable Integer parallelism, @Nullable StateBackend state, CheckpointSettings checkpoints, int restarts) {

    /** A job that is never given up. */
    public static final int ENDLESS = Integer.MAX_VALUE;

    /** Where state lies. */
    public enum StateBackend {

        /** In memory; a checkpoint writes all of it. */
        HEAP,

        /** On the disks of the TaskManagers; a checkpoint writes what is new. */
        ROCKSDB
    }

    public FlinkSettings {
        if (parallelism != null && parallelism < 1) {
            throw new IllegalArgumentException("flink.parallelism must be at least 1, but is " + parallelism);
        }
        if (restarts < 1) {
            throw new IllegalArgumentException("flink.restarts must be at least 1, or endless, but is " + restarts);
        }
    }

    /** As the cluster says, and without end. */
    public static FlinkSettings ofCluster(CheckpointSettings checkpoints) {
        return new FlinkSettings(null, null, checkpoints, ENDLESS);
    }
}
