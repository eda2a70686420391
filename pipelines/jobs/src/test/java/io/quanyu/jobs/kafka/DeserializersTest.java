package io.quanyu.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.ingest.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeserializersTest {

    @Test
    void aTickIsTheInstantThatItsTextSaysWithWhatWasThere() throws Exception {
        ConsumerRecord<byte[], byte[]> tick = kafka("2026-09-01T00:00:00Z\n");
        tick.headers().add(Through.HEADER, "event.order:1,2".getBytes(StandardCharsets.UTF_8));

        assertThat(read(clock(ClockTime.VIRTUAL, new TickCounts()), tick))
                .containsExactly(new TickDeserializer.Said(
                        Instant.parse("2026-09-01T00:00:00Z").toEpochMilli(),
                        7,
                        ConsumerRecord.NO_TIMESTAMP,
                        "event.order:1,2"));
    }

    @Test
    void aTickWhoseHeaderIsUnreadableIsOneWithout() throws Exception {
        ConsumerRecord<byte[], byte[]> tick = kafka("2026-09-01T00:00:00Z");
        tick.headers().add(Through.HEADER, "all".getBytes(StandardCharsets.UTF_8));

        assertThat(read(clock(ClockTime.VIRTUAL, new TickCounts()), tick))
                .singleElement()
                .returns(null, TickDeserializer.Said::through);
    }

    @Test
    void whatIsNoInstantIsSkippedAndCountedAndTheClockGoesOn() throws Exception {
        var counted = new TickCounts();
        TickDeserializer clock = clock(ClockTime.VIRTUAL, counted);
        for (String poison :
                new String[] {"", "noon", "2026-09-01", "+1000000000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"}) {
            assertThat(read(clock, kafka(poison))).as(poison).noneMatch(TickDeserializer.Said::isATick);
        }
        assertThat(read(clock, kafka(null))).as("a tombstone").noneMatch(TickDeserializer.Said::isATick);
        assertThat(counted.of("unreadableTicks")).isEqualTo(6);
    }

    @Test
    void aLiveClockSkipsWhatIsAheadOfItsOwnWritingAndCountsIt() throws Exception {
        Instant written = Instant.parse("2026-11-25T00:00:00Z");
        var counted = new TickCounts();
        TickDeserializer live = clock(ClockTime.LIVE, counted);

        assertThat(read(live, tick("2030-01-01T00:00:00Z", written))).noneMatch(TickDeserializer.Said::isATick);
        assertThat(read(live, tick("2026-11-25T00:10:00.001Z", written))).noneMatch(TickDeserializer.Said::isATick);
        assertThat(read(live, tick("2026-11-25T00:10:00Z", written))).allMatch(TickDeserializer.Said::isATick);
        assertThat(read(live, tick("2020-01-01T00:00:00Z", written))).allMatch(TickDeserializer.Said::isATick);
        assertThat(counted.of("aheadTicks")).isEqualTo(2);
        assertThat(counted.of("unreadableTicks")).isZero();
    }

    @Test
    void aClockOfAPlayTakesWhateverTimeItIsInIt() throws Exception {
        Instant written = Instant.parse("2026-11-25T00:00:00Z");

        assertThat(read(clock(ClockTime.VIRTUAL, new TickCounts()), tick("2030-01-01T00:00:00Z", written)))
                .singleElement()
                .returns(Instant.parse("2030-01-01T00:00:00Z").toEpochMilli(), TickDeserializer.Said::millis);
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

    private static TickDeserializer clock(ClockTime time, TickCounts counted) throws Exception {
        var clock = new TickDeserializer(time);
        clock.open(counted);
        return clock;
    }

    private static ConsumerRecord<byte[], byte[]> tick(String instant, Instant written) {
        return new ConsumerRecord<>(
                "clock",
                0,
                7,
                written.toEpochMilli(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                null,
                instant.getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(),
                Optional.empty());
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

    /** What the source of ticks counts. */
    private static final class TickCounts implements InitializationContext {

        private final Map<String, Counter> counters = new HashMap<>();

        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup() {
                @Override
                public Counter counter(String name) {
                    return counters.computeIfAbsent(name, any -> new SimpleCounter());
                }
            };
        }

        @Override
        public UserCodeClassLoader getUserCodeClassLoader() {
            throw new UnsupportedOperationException("Nothing is loaded");
        }

        long of(String name) {
            return counters.get(name).getCount();
        }
    }
}
