package io.quanyu.jobs.kafka;

import io.quanyu.contract.ClockTopic;
import io.quanyu.jobs.record.RecordType;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads ticks of the clock, as {@link ClockTopic} writes them, with the header {@link Through#HEADER}.
 *
 * <p>A value that is no instant is skipped, logged with its position and counted as {@code unreadableTicks}; one that its {@link ClockTime} does not take
 * likewise, as {@code aheadTicks}. The next tick says what time it is.
 */
final class TickDeserializer implements KafkaRecordDeserializationSchema<TickDeserializer.Said> {

    /**
     * A tick as it stands on its topic.
     *
     * @param millis what time it is, epoch milliseconds; {@link #NOTHING} for a tick that was skipped
     * @param writtenAtMillis when it was written, by the wall clock of whoever wrote it or of Kafka
     * @param through the header; null if there is none, or one that cannot be read
     */
    @TypeInfo(RecordType.Factory.class)
    public record Said(long millis, long offset, long writtenAtMillis, @Nullable String through) {

        private static final long NOTHING = Long.MIN_VALUE;

        /** Whether it says what time it is. One that does not only tells that there is none at its offset. */
        boolean isATick() {
            return millis != NOTHING;
        }
    }

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(TickDeserializer.class);

    private final ClockTime time;

    private transient Counter unreadable;
    private transient Counter ahead;

    TickDeserializer(ClockTime time) {
        this.time = time;
    }

    @Override
    public void open(InitializationContext context) {
        unreadable = context.getMetricGroup().counter("unreadableTicks");
        ahead = context.getMetricGroup().counter("aheadTicks");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> tick, Collector<Said> out) {
        OptionalLong millis = ClockTopic.millis(tick.value());
        if (millis.isEmpty()) {
            skip(tick, "no instant", unreadable, out);
        } else if (!time.takes(millis.getAsLong(), tick.timestamp())) {
            skip(tick, "ahead of the time when it was written", ahead, out);
        } else {
            out.collect(new Said(millis.getAsLong(), tick.offset(), tick.timestamp(), through(tick)));
        }
    }

    private static void skip(ConsumerRecord<byte[], byte[]> tick, String why, Counter counter, Collector<Said> out) {
        LOG.warn("{}[{}]@{} is {} and was skipped", tick.topic(), tick.partition(), tick.offset(), why);
        counter.inc();
        out.collect(new Said(Said.NOTHING, tick.offset(), tick.timestamp(), null));
    }

    private static @Nullable String through(ConsumerRecord<byte[], byte[]> tick) {
        Header header = tick.headers().lastHeader(Through.HEADER);
        if (header == null || header.value() == null) {
            return null;
        }
        String text = new String(header.value(), StandardCharsets.UTF_8);
        try {
            Through.parse(text);
            return text;
        } catch (IllegalArgumentException e) {
            LOG.warn("{}[{}]@{}: {}", tick.topic(), tick.partition(), tick.offset(), e.getMessage());
            return null;
        }
    }

    @Override
    public TypeInformation<Said> getProducedType() {
        return TypeInformation.of(Said.class);
    }
}
