package io.quanyu.local.platform;

import io.quanyu.jobs.CustomerApplication;
import io.quanyu.jobs.Generation;
import io.quanyu.jobs.environment.JobSettings;
import io.quanyu.jobs.ingest.IngestJob;
import io.quanyu.jobs.lake.LakeJob;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.jobgraph.JobGraph;

/** Every job, as the pipelines define it. */
public final class AllJobs implements JobGraphs {

    @Override
    public List<PlatformJob> jobs() {
        return List.of(PlatformJob.INGEST, PlatformJob.LAKE, PlatformJob.CUSTOMER);
    }

    @Override
    public JobGraph graph(PlatformJob job, Generation generation, JobSettings settings, Path keys) {
        return switch (job) {
            case INGEST -> IngestJob.graph(settings, keys);
            case LAKE -> LakeJob.graph(settings);
            case CUSTOMER -> CustomerApplication.graph(settings, generation);
        };
    }
}
