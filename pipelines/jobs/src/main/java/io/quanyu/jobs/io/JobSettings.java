package io.quanyu.jobs.io;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What every job needs to run.
 *
 * @param checkpoints folder of the checkpoints of all jobs; a job uses the folder of its name in it
 * @param checkpointInterval time between two checkpoints, also how old an answer in the lake may be
 */
public record JobSettings(KafkaSettings kafka, LakeSettings lake, Path checkpoints, Duration checkpointInterval) {

    public JobSettings {
        if (checkpointInterval.isNegative() || checkpointInterval.isZero()) {
            throw new IllegalArgumentException("checkpoint.interval must be positive, but is " + checkpointInterval);
        }
    }
}
