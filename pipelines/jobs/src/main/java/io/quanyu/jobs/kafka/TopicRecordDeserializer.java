package io.quanyu.jobs.kafka;

import io.quanyu.ingest.Position;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Takes a record as it stands. Whatever the bytes are, it cannot fail: to understand them is the next operator's work. */
final class TopicRecordDeserializer implements KafkaRecordDeserializationSchema<TopicRecord> {

    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> kafka, Collector<TopicRecord> out) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : kafka.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        byte[] value = kafka.value() == null ? new byte[0] : kafka.value();
        var position = new Position(kafka.topic(), kafka.partition(), kafka.offset());
        out.collect(new TopicRecord(position, headers, value));
    }

    @Override
    public TypeInformation<TopicRecord> getProducedType() {
        return TypeInformation.of(TopicRecord.class);
    }
}
