package io.quanyu.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.ingest.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeserializersTest {

    @Test
    void aTickIsTheInstantThatItsTextSaysWithWhatWasThere() throws IOException {
        ConsumerRecord<byte[], byte[]> tick = kafka("2026-09-01T00:00:00Z\n");
        tick.headers().add(Through.HEADER, "event.order:1,2".getBytes(StandardCharsets.UTF_8));

        assertThat(read(new TickDeserializer(), tick))
                .containsExactly(new TickDeserializer.Said(
                        Instant.parse("2026-09-01T00:00:00Z").toEpochMilli(),
                        7,
                        ConsumerRecord.NO_TIMESTAMP,
                        "event.order:1,2"));
    }

    @Test
    void aTickWhoseHeaderIsUnreadableIsOneWithout() throws IOException {
        ConsumerRecord<byte[], byte[]> tick = kafka("2026-09-01T00:00:00Z");
        tick.headers().add(Through.HEADER, "all".getBytes(StandardCharsets.UTF_8));

        assertThat(read(new TickDeserializer(), tick)).singleElement().returns(null, TickDeserializer.Said::through);
    }

    @Test
    void whatIsNoInstantIsSkippedAndTheClockGoesOn() throws IOException {
        for (String poison : new String[] {"", "noon", "2026-09-01", "+1000000000-12-31T23:59:59Z"}) {
            assertThat(read(new TickDeserializer(), kafka(poison))).as(poison).isEmpty();
        }
        assertThat(read(new TickDeserializer(), kafka(null))).as("a tombstone").isEmpty();
    }

    @Test
    void aRecordKeepsItsPositionHeadersAndBytes() throws IOException {
        ConsumerRecord<byte[], byte[]> kafka = kafka("{}");
        kafka.headers().add("tenant", "茶".getBytes(StandardCharsets.UTF_8));
        kafka.headers().add("shop", null);

        TopicRecord record = read(new TopicRecordDeserializer(), kafka).get(0);

        assertThat(record.position()).isEqualTo(new Position("raw.youzan", 1, 7));
        assertThat(record.headers()).isEqualTo(Map.of("tenant", "茶"));
        assertThat(record.value()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
    }

    @Test
    void aRecordWithoutValueIsAnEmptyOne() throws IOException {
        assertThat(read(new TopicRecordDeserializer(), kafka(null)).get(0).value())
                .isEmpty();
    }

    @Test
    void aValueGoesToTheTopicThatItNames() {
        var kafka = new OutgoingSerializer().serialize(new Outgoing("event.order", "tea|1", new byte[] {1}), null, 5L);

        assertThat(kafka.topic()).isEqualTo("event.order");
        assertThat(kafka.key()).asString(StandardCharsets.UTF_8).isEqualTo("tea|1");
        assertThat(kafka.value()).containsExactly(1);
        assertThat(kafka.timestamp()).as("the broker's").isNull();
    }

    private static ConsumerRecord<byte[], byte[]> kafka(@Nullable String value) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>("raw.youzan", 1, 7, null, bytes);
    }

    private static <T> List<T> read(KafkaRecordDeserializationSchema<T> schema, ConsumerRecord<byte[], byte[]> record)
            throws IOException {
        List<T> read = new ArrayList<>();
        schema.deserialize(record, new ListCollector<>(read));
        return read;
    }
}
