package io.quanyu.local.platform;

import io.quanyu.jobs.environment.CheckpointSettings;
import io.quanyu.jobs.environment.FlinkSettings;
import io.quanyu.jobs.environment.FlinkSettings.StateBackend;
import io.quanyu.jobs.environment.JobSettings;
import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.jobs.kafka.KafkaSettings;
import io.quanyu.local.process.Jdk;
import io.quanyu.local.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an embedded platform needs to start.
 *
 * @param home where the servers' jars and {@code sql/} lie
 * @param data folder that survives
 * @param ports where it listens
 * @param java the {@code java} command that runs Kafka
 * @param trinoJdk the JDK that runs Trino
 * @param jobs the Flink jobs
 * @param cluster address of the web page of a Flink that runs the jobs; null if this process does
 * @param time whose time the ticks of the clock say
 * @param checkpointInterval how often the jobs save themselves and show their results, if nobody asks
 */
public record PlatformSettings(
        Installation home,
        PlatformFolder data,
        Ports ports,
        Path java,
        Jdk trinoJdk,
        JobGraphs jobs,
        @Nullable URI cluster,
        ClockTime time,
        Duration checkpointInterval) {

    /** Two for each job: what two cores can do at a time. */
    private static final int PARALLELISM = 2;

    /**
     * What the jobs are told.
     *
     * @param parallelism tasks of each operator; 0 for that of the platform
     * @param atLeastEvery how often the jobs save themselves without being told to
     */
    public JobSettings jobSettings(String kafka, int parallelism, Duration atLeastEvery) {
        var checkpoints = new CheckpointSettings("file://" + data.checkpoints(), atLeastEvery);
        return new JobSettings(
                KafkaSettings.at(kafka),
                data.lakeSettings(),
                new FlinkSettings(
                        parallelism == 0 ? PARALLELISM : parallelism,
                        StateBackend.HEAP,
                        checkpoints,
                        FlinkSettings.ENDLESS),
                time);
    }
}
