package io.quanyu.local.flink;

import io.quanyu.jobs.Generation;
import io.quanyu.local.platform.PlatformSettings;
import java.util.List;
import java.util.Optional;

/** A Flink that runs the platform's jobs. */
public interface JobHost {

    /** Address of its web page. */
    String address();

    /**
     * Lets the jobs begin. Kafka's topics and the lake's tables are there by then.
     *
     * @param current generation of what is decided; nothing is decided without
     */
    List<RunningJob> begin(PlatformSettings settings, String kafka, Optional<Generation> current)
            throws InterruptedException;

    /**
     * Lets a generation begin, beside others.
     *
     * @param parallelism tasks of each operator; 0 for that of the platform
     */
    RunningJob begin(PlatformSettings settings, String kafka, Generation generation, int parallelism)
            throws InterruptedException;

    /** Ends a job as it was saved last. */
    void end(RunningJob job) throws InterruptedException;

    /** The platform ends, but Kafka is still there. */
    void end();
}
