package io.quanyu.jobs.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends a value to the topic that it names. */
final class OutgoingSerializer implements KafkaRecordSerializationSchema<Outgoing> {

    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            Outgoing outgoing, KafkaSinkContext context, @Nullable Long timestamp) {
        String key = outgoing.key();
        return new ProducerRecord<>(
                outgoing.topic(), key == null ? null : key.getBytes(StandardCharsets.UTF_8), outgoing.value());
    }
}
