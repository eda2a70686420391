package io.quanyu.jobs.environment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When and where jobs save themselves.
 *
 * @param folder address of the folder of all jobs' checkpoints, for example {@code file:///data/checkpoints}; a job uses the
 *     folder of its name in it. Flink takes the text as it is: an encoded space would become a folder named %20. Null: the
 *     cluster's
 * @param interval time between two checkpoints, also how old an answer in the lake may be
 */
public record CheckpointSettings(@Nullable String folder, Duration interval) {

    public CheckpointSettings {
        if (folder != null && !folder.matches("[a-z][a-z0-9+.-]*:.+")) {
            throw new IllegalArgumentException("flink.checkpoints.folder must be an address that every process"
                    + " reaches, for example file:///data/checkpoints, or cluster, but is \"" + folder + "\"");
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("flink.checkpoints.interval must be positive, but is " + interval);
        }
    }

    /** Address of the folder of one job; null: the cluster's. */
    @Nullable
    String folderOf(String job) {
        return folder == null ? null : folder + "/" + job;
    }
}
