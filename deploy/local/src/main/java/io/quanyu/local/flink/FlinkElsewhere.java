package io.quanyu.local.flink;

import io.quanyu.jobs.Generation;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.PlatformSettings;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.process.PropertyFile;
import io.quanyu.local.process.StartFailed;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A Flink of its own processes, which somebody else starts and submits the jobs to. It is told where Kafka and the lake are, by a
 * settings file in the data folder; the rest is waiting.
 */
public final class FlinkElsewhere implements JobHost {

    private final FlinkPage page;
    private final Progress progress;

    public FlinkElsewhere(URI address, Progress progress) {
        this.page = FlinkPage.at(address.toString());
        this.progress = progress;
    }

    @Override
    public String address() {
        return page.address();
    }

    @Override
    public List<RunningJob> begin(PlatformSettings settings, String kafka, Optional<Generation> current) {
        PlatformFolder data = settings.data();
        data.requireNoneIn(data.checkpoints(), "in one process: start it without --flink-cluster");
        Path file = data.clusterSettings();
        PropertyFile.write(
                file,
                Map.of(
                        "kafka.bootstrap-servers",
                        kafka,
                        "lake.catalog.uri",
                        settings.data().catalogUri(),
                        "lake.warehouse",
                        settings.data().warehouse(),
                        "flink.checkpoints.folder",
                        "file://" + data.clusterCheckpoints(),
                        "flink.checkpoints.interval",
                        settings.checkpointInterval().toSeconds() + "s",
                        "clock.time",
                        settings.time().name().toLowerCase(Locale.ROOT),
                        "ingest.tenant-keys",
                        data.keys().toString()));
        progress.say("Jobs   wanted at " + address() + ": deploy/flink/cluster submit " + file);
        return settings.jobs().jobs().stream()
                .<RunningJob>map(job -> new RemoteJob(job, page))
                .toList();
    }

    @Override
    public RunningJob begin(PlatformSettings settings, String kafka, Generation generation, int parallelism) {
        throw elsewhere();
    }

    @Override
    public void end(RunningJob job) {
        throw elsewhere();
    }

    private StartFailed elsewhere() {
        return new StartFailed("The jobs run at " + address()
                + ": submit the customer job there with another customer.generation in its settings, see deploy/flink");
    }

    /** The jobs stay, and wait for Kafka to come back. */
    @Override
    public void end() {}
}
