package io.quanyu.local.scenario;

import io.quanyu.contract.RecordSize;
import io.quanyu.local.lifecycle.EmbeddedPlatform;
import io.quanyu.scenarios.Stage;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The embedded platform as a stage. Not for several threads, but for {@link #trino}. */
final class PlatformStage implements Stage, AutoCloseable {

    private final EmbeddedPlatform platform;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> underway = new ArrayList<>();

    PlatformStage(EmbeddedPlatform platform) {
        this.platform = platform;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.kafka(), "max.request.size", RecordSize.LARGEST_BYTES),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void send(String topic, String key, byte[] value, Map<String, String> headers) {
        var record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        underway.add(producer.send(record));
    }

    @Override
    public void untilThrough() throws InterruptedException {
        producer.flush();
        for (Future<RecordMetadata> sent : underway) {
            try {
                sent.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Kafka refused an event of a story: " + e.getCause(), e);
            }
        }
        underway.clear();
        platform.untilThrough();
    }

    @Override
    public void tick(Instant instant) throws InterruptedException {
        platform.tick(instant);
    }

    @Override
    public void untilDecided() throws InterruptedException {
        platform.untilDecided();
    }

    @Override
    public Connection trino() throws SQLException {
        return platform.addresses().connect();
    }

    @Override
    public void close() {
        producer.close();
    }
}
