package io.quanyu.local;

import io.quanyu.jobs.io.JobSettings;
import io.quanyu.jobs.io.KafkaSettings;
import io.quanyu.jobs.io.LakeSettings;
import io.quanyu.local.process.Jdk;
import io.quanyu.local.process.Ports;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What an embedded platform needs to start.
 *
 * @param home where the servers' jars and {@code sql/} lie
 * @param data folder that survives
 * @param ports where it listens
 * @param java the {@code java} command that runs Kafka
 * @param trinoJdk the JDK that runs Trino
 * @param jobs the Flink jobs
 * @param checkpointInterval how often the jobs save themselves and show their results, if nobody asks
 */
public record PlatformSettings(
        Home home,
        PlatformFolder data,
        Ports ports,
        Path java,
        Jdk trinoJdk,
        JobGraphs jobs,
        Duration checkpointInterval) {

    String catalogUri() {
        return "jdbc:sqlite:" + data.catalog() + "?busy_timeout=10000";
    }

    String warehouse() {
        return "file://" + data.lake();
    }

    JobSettings jobSettings(String kafka) {
        return new JobSettings(
                new KafkaSettings(kafka),
                new LakeSettings(catalogUri(), warehouse()),
                data.checkpoints(),
                checkpointInterval);
    }
}
