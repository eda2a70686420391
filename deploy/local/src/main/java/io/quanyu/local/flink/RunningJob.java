package io.quanyu.local.flink;

import io.quanyu.local.platform.PlatformJob;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** A job of the platform, wherever it runs. */
public interface RunningJob {

    PlatformJob job();

    /**
     * The offset behind the last record that it has read of a partition; empty before its first, and where only what it commits
     * to Kafka can tell.
     */
    OptionalLong position(TopicPartition partition);

    /** Whether persons are still to be judged by rules that took force. */
    default boolean isSweeping() {
        return false;
    }

    /** How it is. */
    JobReport report() throws InterruptedException;

    /** Waits until all its tasks run. */
    void awaitRunning() throws InterruptedException;

    /** Takes a checkpoint now and waits for it. */
    void checkpoint() throws InterruptedException;

    /** Fails if it has ended. */
    void requireAlive() throws InterruptedException;

    /** What it is called: that of the job, and its generation from the second on. */
    default String title() {
        return job().title();
    }

    /** The consumer group that commits its offsets with each checkpoint. */
    default String group() {
        return "quanyu-" + title();
    }
}
