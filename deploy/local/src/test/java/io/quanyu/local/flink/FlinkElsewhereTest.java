package io.quanyu.local.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.jobs.Generation;
import io.quanyu.jobs.environment.CheckpointSettings;
import io.quanyu.jobs.environment.FlinkSettings;
import io.quanyu.jobs.environment.JobSettings;
import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.jobs.kafka.KafkaSettings;
import io.quanyu.jobs.settings.SettingsFile;
import io.quanyu.local.platform.AllJobs;
import io.quanyu.local.platform.Installation;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.PlatformSettings;
import io.quanyu.local.process.Jdk;
import io.quanyu.local.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkElsewhereTest {

    private static final URI CLUSTER = URI.create("http://127.0.0.1:18083");

    @TempDir
    Path root;

    @Test
    void theJobsFindInOneFileWhereThePlatformIs() {
        PlatformFolder data = new PlatformFolder(root);
        var settings = new PlatformSettings(
                new Installation(root),
                data,
                Ports.ANY,
                Path.of("java"),
                new Jdk(Path.of("jdk"), 25),
                new AllJobs(),
                CLUSTER,
                ClockTime.VIRTUAL,
                Duration.ofSeconds(30));
        List<String> said = new ArrayList<>();

        List<RunningJob> jobs = new FlinkElsewhere(CLUSTER, said::add)
                .begin(settings, "127.0.0.1:9092", Optional.of(Generation.first()));

        assertThat(jobs).extracting(RunningJob::title).containsExactly("ingest", "lake", "customer");
        assertThat(said)
                .containsExactly("Jobs   wanted at " + CLUSTER + ": deploy/flink/cluster submit "
                        + root.resolve("jobs.properties"));
        SettingsFile file =
                SettingsFile.named(new String[] {root.resolve("jobs.properties").toString()});
        assertThat(file.tenantKeys()).isEqualTo(data.keys());
        assertThat(file.job("lake"))
                .isEqualTo(new JobSettings(
                        KafkaSettings.at("127.0.0.1:9092"),
                        settings.data().lakeSettings(),
                        FlinkSettings.ofCluster(new CheckpointSettings(
                                "file://" + root.resolve("cluster-checkpoints"), Duration.ofSeconds(30))),
                        ClockTime.VIRTUAL));
    }
}
