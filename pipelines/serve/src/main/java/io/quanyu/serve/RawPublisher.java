package io.quanyu.serve;

import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.RawPayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes payloads to {@code raw.<source>}. Closing it waits until Kafka has all of them. */
final class RawPublisher implements PayloadTarget, AutoCloseable {

    private static final int TIMEOUT_MILLIS = 15_000;

    private final String servers;
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    private RawPublisher(String servers, String topic, KafkaProducer<String, byte[]> producer) {
        this.servers = servers;
        this.topic = topic;
        this.producer = producer;
    }

    static RawPublisher to(String servers, String source) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * TIMEOUT_MILLIS);
        return new RawPublisher(
                servers,
                "raw." + source,
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    @Override
    public void take(String key, RawPayload raw, List<Outcome> outcomes) {
        var message = new ProducerRecord<>(topic, key, raw.body());
        raw.headers().forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            sent.add(producer.send(message));
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void close() {
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw unreachable(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        } finally {
            producer.close();
        }
    }

    private PlatformUnreachable unreachable(Throwable cause) {
        return new PlatformUnreachable(
                "Kafka at " + servers + " did not take a payload for " + topic + ": " + cause.getMessage()
                        + ". Feeding the same files again repeats nothing: events have the ids of their platform",
                cause);
    }
}
