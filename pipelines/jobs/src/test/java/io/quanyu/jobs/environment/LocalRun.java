package io.quanyu.jobs.environment;

import io.quanyu.jobs.iceberg.LakeSettings;
import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.jobs.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;

/** How a test runs a job: two tasks of each kind, state on the heap, checkpoints often, since what a sink collects is shown with the next one. */
public final class LocalRun {

    private LocalRun() {}

    /** Saves itself in a folder. */
    public static FlinkSettings in(Path folder) {
        var checkpoints = new CheckpointSettings("file://" + folder.resolve("checkpoints"), Duration.ofMillis(500));
        return new FlinkSettings(2, FlinkSettings.StateBackend.HEAP, checkpoints, 10);
    }

    /** With a Kafka that nobody asks. */
    public static JobSettings on(LakeSettings lake, Path folder) {
        return new JobSettings(KafkaSettings.at("127.0.0.1:9"), lake, in(folder), ClockTime.LIVE);
    }
}
