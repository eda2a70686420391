package io.quanyu.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.RecordSize;
import io.quanyu.ingest.Position;
import io.quanyu.ingest.door.Sources;
import io.quanyu.jobs.environment.JobEnvironment;
import io.quanyu.jobs.environment.JobSettings;
import io.quanyu.jobs.environment.LocalRun;
import io.quanyu.jobs.iceberg.CatalogSettings;
import io.quanyu.jobs.iceberg.FileSettings;
import io.quanyu.jobs.iceberg.LakeSettings;
import io.quanyu.jobs.kafka.Outgoing;
import io.quanyu.jobs.kafka.TopicRecord;
import io.quanyu.jobs.metric.Counted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestJobTest {

    private static final String SCAN =
            "{\"scan_id\":\"s-1\",\"code\":\"LC_7\",\"at\":\"2026-09-01T10:00:00+08:00\",\"unionid\":\"oU\"}";

    @TempDir
    Path folder;

    @Test
    void everyPayloadGivesAnEventOrADeadLetter() throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.strict(IngestJob.NAME, LocalRun.in(folder));
        var payloads = environment
                .fromData(
                        payload("raw.youzan", "{not json"),
                        payload("raw.unheard-of", ""),
                        payload("raw.scan-jsonl", SCAN))
                .uid("payloads");

        List<Outgoing> outgoing =
                IngestJob.define(payloads, folder.resolve("keys")).executeAndCollect(10);

        assertThat(outgoing)
                .extracting(Outgoing::topic)
                .containsExactlyInAnyOrder("dead-letter", "dead-letter", "event.scan");
        assertThat(outgoing)
                .filteredOn(value -> value.topic().equals("event.scan"))
                .extracting(Outgoing::key)
                .allMatch(key -> key != null && key.startsWith("tea|"));
    }

    @Test
    void whatKafkaWouldNotTakeIsADeadLetterThatItTakes() throws Exception {
        var counted = new Counted();
        try (var harness = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new IngestPayloads(folder.resolve("keys"))), counted.environment())) {
            harness.open();
            harness.processElement(payload("raw.youzan", "x".repeat(RecordSize.LARGEST_BYTES)), 0);

            Outgoing letter = harness.extractOutputValues().get(0);
            assertThat(letter.topic()).isEqualTo("dead-letter");
            assertThat(letter.value()).hasSizeLessThan(1_000);
            assertThat(counted.byReason()).isEqualTo(Map.of("refused.TOO_LARGE", 1L));
        }
    }

    @Test
    void theWholeJobHasAUidForEveryOperatorAndNoKryo() {
        assertThat(IngestJob.graph(settings(), folder.resolve("keys")).getName())
                .isEqualTo("ingest");
    }

    @Test
    void thereIsATopicForEachSource() {
        assertThat(IngestJob.topics())
                .contains("raw.youzan", "raw.wecom-contact-way", "raw.pos-csv")
                .hasSameSizeAs(Sources.all().keySet());
    }

    private static TopicRecord payload(String topic, String body) {
        return new TopicRecord(
                new Position(topic, 0, 0),
                Map.of("tenant", "tea", "shop", "s-1", "received_at", "1788228000000"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private JobSettings settings() {
        var nowhere =
                LakeSettings.of(CatalogSettings.jdbc("jdbc:sqlite:none.db"), "file:///none", FileSettings.local());
        return LocalRun.on(nowhere, folder);
    }
}
