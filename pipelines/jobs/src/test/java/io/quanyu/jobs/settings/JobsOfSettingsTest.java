package io.quanyu.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.jobs.CustomerApplication;
import io.quanyu.jobs.Generation;
import io.quanyu.jobs.iceberg.EmptyLake;
import io.quanyu.jobs.ingest.IngestJob;
import io.quanyu.jobs.lake.LakeJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each job as a settings file makes it. No Kafka and no cluster is asked; an operator without uid would refuse to be built. */
class JobsOfSettingsTest {

    private static final Pattern ROWS = Pattern.compile("([a-z]+\\.[a-z_]+) rows");

    @TempDir
    Path folder;

    @Test
    void everyTableThatAJobWritesCanBeGivenWriters() throws IOException {
        SettingsFile file = file("");

        assertThat(Stream.of(lake(file), customer(file))
                        .flatMap(JobsOfSettingsTest::vertices)
                        .flatMap(vertex -> ROWS.matcher(vertex.getName()).results())
                        .map(MatchResult::group)
                        .map(rows -> rows.replace(" rows", "")))
                .containsExactlyInAnyOrderElementsOf(WrittenTables.ALL);
    }

    @Test
    void parallelismIsThatOfTheJobAndOfTheTable() throws IOException {
        SettingsFile file = file(
                """
                flink.parallelism=3
                flink.parallelism.customer=5
                lake.writers.dwd.order_changed=4
                """);

        assertThat(parallelism(ingest(file), "")).containsExactly(3);
        assertThat(parallelism(lake(file), "drop repeats")).containsExactly(3);
        assertThat(parallelism(lake(file), "dwd.order_changed rows")).containsExactly(4);
        assertThat(parallelism(lake(file), "dwd.refund_changed rows")).containsExactly(1);
        assertThat(parallelism(customer(file), "decide customer")).containsExactly(5);
        assertThat(parallelism(customer(file), "dws.tag_change rows")).containsExactly(1);
    }

    @Test
    void stateAndCheckpointsAreWhereTheFileSays() throws IOException {
        SettingsFile file = file(
                """
                flink.state-backend=rocksdb
                flink.checkpoints.folder=file:///data/checkpoints
                flink.checkpoints.interval=5s
                """);

        Map<String, String> configuration = ingest(file).getJobConfiguration().toMap();

        assertThat(configuration)
                .containsEntry("state.backend.type", "rocksdb")
                .containsEntry("execution.checkpointing.incremental", "true")
                .containsEntry("execution.checkpointing.dir", "file:///data/checkpoints/ingest")
                .containsEntry("execution.checkpointing.interval", "5 s")
                .containsEntry("restart-strategy.exponential-delay.attempts-before-reset-backoff", "2147483647");
    }

    @Test
    void whatIsTheClustersIsLeftToIt() throws IOException {
        Configuration configuration = ingest(file("")).getJobConfiguration();

        assertThat(configuration.keySet())
                .doesNotContain(
                        "state.backend.type",
                        "execution.checkpointing.incremental",
                        "execution.checkpointing.dir",
                        "execution.checkpointing.storage");
    }

    private static JobGraph ingest(SettingsFile file) {
        return IngestJob.graph(file.job(IngestJob.NAME), file.tenantKeys());
    }

    private static JobGraph lake(SettingsFile file) {
        return LakeJob.graph(file.job(LakeJob.NAME));
    }

    private static JobGraph customer(SettingsFile file) {
        return CustomerApplication.graph(file.job(CustomerApplication.NAME), Generation.first());
    }

    private static Set<Integer> parallelism(JobGraph graph, String name) {
        var found = new TreeSet<Integer>();
        vertices(graph)
                .filter(vertex -> vertex.getName().contains(name))
                .forEach(vertex -> found.add(vertex.getParallelism()));
        return found;
    }

    private static Stream<JobVertex> vertices(JobGraph graph) {
        return StreamSupport.stream(graph.getVertices().spliterator(), false);
    }

    /** On a lake with every table. */
    private SettingsFile file(String more) throws IOException {
        EmptyLake.in(folder, WrittenTables.ALL);
        List<String> lines = new ArrayList<>(List.of(
                "kafka.bootstrap-servers=127.0.0.1:9",
                "lake.catalog.uri=jdbc:sqlite:" + folder.resolve("catalog.db") + "?busy_timeout=10000",
                "lake.warehouse=" + folder.resolve("lake").toUri(),
                "ingest.tenant-keys=" + folder.resolve("keys")));
        lines.addAll(more.lines().toList());
        return SettingsFile.read(Files.write(folder.resolve("jobs.properties"), lines), Map.of());
    }
}
