package io.quanyu.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.contract.EventKinds;
import io.quanyu.contract.StoredTopic;
import io.quanyu.contract.StoredTopics;
import io.quanyu.ingest.Position;
import io.quanyu.jobs.environment.JobEnvironment;
import io.quanyu.jobs.environment.JobSettings;
import io.quanyu.jobs.environment.LocalRun;
import io.quanyu.jobs.iceberg.EmptyLake;
import io.quanyu.jobs.iceberg.Filled;
import io.quanyu.jobs.iceberg.Lake;
import io.quanyu.jobs.kafka.TopicRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeJobTest {

    private static final List<String> TABLES = Stream.concat(
                    StoredTopics.all().stream().map(StoredTopic::table), Stream.of(LakeJob.REPEATS))
            .toList();

    @TempDir
    Path folder;

    @Test
    void everyPositionOfEveryTopicIsInTheLakeOnce() throws Exception {
        List<TopicRecord> records = new ArrayList<>();
        for (StoredTopic topic : StoredTopics.all()) {
            var event = topic == StoredTopics.DEAD_LETTER
                    ? Filled.of(topic)
                    : Filled.of(EventKinds.ofTopic(topic.topic()), "e-1");
            records.add(Filled.at(topic, 0, event));
            records.add(Filled.at(topic, 1, event));
        }
        records.add(new TopicRecord(new Position("event.order", 1, 0), Map.of(), new byte[] {1, 2, 3}));
        EmptyLake lake = EmptyLake.in(folder, TABLES);

        StreamExecutionEnvironment environment = JobEnvironment.strict(LakeJob.NAME, LocalRun.in(folder));
        LakeJob.connect(environment.fromData(records).uid("records"), Lake.of(lake.settings()));
        environment.execute();

        for (StoredTopic topic : StoredTopics.all()) {
            assertThat(lake.rows(topic.table())).as(topic.table()).hasSize(topic == StoredTopics.DEAD_LETTER ? 2 : 1);
        }
        assertThat(lake.rows(LakeJob.REPEATS)).hasSize(StoredTopics.all().size());
        assertThat(lake.rows("ods.dead_letter").stream().map(row -> row.getField("raw_topic")))
                .containsExactlyInAnyOrder("topic", "event.order");
    }

    @Test
    void aRowHoldsWhatTheEventSays() throws Exception {
        EmptyLake lake = EmptyLake.in(folder, TABLES);
        StreamExecutionEnvironment environment = JobEnvironment.strict(LakeJob.NAME, LocalRun.in(folder));
        var order = Filled.at(EventKinds.ORDER.stored(), 42, Filled.of(EventKinds.ORDER, "o-1#3"));

        LakeJob.connect(environment.fromData(List.of(order)).uid("records"), Lake.of(lake.settings()));
        environment.execute();

        Record row = lake.rows("dwd.order_changed").get(0);
        assertThat(row.getField("event_id")).isEqualTo("o-1#3");
        assertThat(row.getField("paid_at")).hasToString("2026-09-01T23:30:00.123Z");
        assertThat(row.getField("paid_yuan")).hasToString("1.01");
        assertThat(row.getField("dt")).hasToString("2026-09-02");
        assertThat(row.getField("kafka_offset")).isEqualTo(42L);
        assertThat((List<?>) row.getField("lines")).hasSize(2);
    }

    @Test
    void theWholeJobHasAUidForEveryOperatorAndNoKryo() throws Exception {
        EmptyLake lake = EmptyLake.in(folder, TABLES);

        var graph = LakeJob.graph(settings(lake));

        assertThat(graph.getName()).isEqualTo("lake");
        assertThat(graph.getVertices()).extracting(JobVertex::getName).anyMatch(name -> name.contains("drop repeats"));
    }

    @Test
    void theSameJobHasTheSameOperatorsEveryTime() throws Exception {
        EmptyLake lake = EmptyLake.in(folder, TABLES);

        assertThat(operators(lake)).isEqualTo(operators(lake));
    }

    @Test
    void aMissingTableSaysHowToGetIt() throws Exception {
        EmptyLake lake = EmptyLake.in(folder, TABLES.subList(0, 3));

        assertThatThrownBy(() -> LakeJob.graph(settings(lake)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The lake has no table dwd.contact_changed: apply sql/ first");
    }

    private List<String> operators(EmptyLake lake) {
        return Stream.of(LakeJob.graph(settings(lake)).getVerticesAsArray())
                .flatMap(vertex -> vertex.getOperatorIDs().stream())
                .map(ids -> ids.getUserDefinedOperatorID().orElse(ids.getGeneratedOperatorID()))
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private JobSettings settings(EmptyLake lake) {
        return LocalRun.on(lake.settings(), folder);
    }
}
