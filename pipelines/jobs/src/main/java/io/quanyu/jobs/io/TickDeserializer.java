package io.quanyu.jobs.io;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads ticks of the clock: ISO-8601 instants as text, for example {@code 2026-09-01T00:00:00Z}.
 *
 * <p>A value that is no instant is skipped, logged with its position and counted as {@code unreadableTicks}: the next tick
 * says what time it is.
 */
final class TickDeserializer implements KafkaRecordDeserializationSchema<Long> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(TickDeserializer.class);

    private transient @Nullable Counter unreadable;

    @Override
    public void open(InitializationContext context) {
        unreadable = context.getMetricGroup().counter("unreadableTicks");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> tick, Collector<Long> out) {
        try {
            byte[] value = tick.value() == null ? new byte[0] : tick.value();
            out.collect(Instant.parse(new String(value, StandardCharsets.UTF_8).strip())
                    .toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            LOG.warn("{}[{}]@{} is no instant and was skipped", tick.topic(), tick.partition(), tick.offset());
            if (unreadable != null) {
                unreadable.inc();
            }
        }
    }

    @Override
    public TypeInformation<Long> getProducedType() {
        return Types.LONG;
    }
}
