package io.quanyu.local.platform;

import io.quanyu.jobs.Generation;
import io.quanyu.jobs.environment.JobSettings;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.jobgraph.JobGraph;

/** Which jobs a platform runs, and what they are made of. */
public interface JobGraphs {

    /** The jobs, in the order in which they start. */
    List<PlatformJob> jobs();

    /**
     * Builds a job. Kafka's topics and the lake's tables are there by then.
     *
     * @param generation of what is decided
     * @param keys folder of the tenants' keys
     */
    JobGraph graph(PlatformJob job, Generation generation, JobSettings settings, Path keys);
}
