package io.quanyu.serve.ask.platform;

import io.quanyu.contract.RecordSize;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes values to one topic of a running platform. Closing it waits until Kafka has all of them. */
public final class TopicPublisher implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 15_000;

    private final String servers;
    private final String topic;
    private final String repeating;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private TopicPublisher(String servers, String topic, String repeating, KafkaProducer<String, byte[]> producer) {
        this.servers = servers;
        this.topic = topic;
        this.repeating = repeating;
        this.producer = producer;
    }

    /**
     * A publisher to a topic.
     *
     * @param repeating what it means to give the command again after Kafka did not answer, for the message
     */
    public static TopicPublisher to(String servers, String topic, String repeating) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                RecordSize.LARGEST_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                TIMEOUT_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                2 * TIMEOUT_MILLIS);
        return new TopicPublisher(
                servers,
                topic,
                repeating,
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    public void send(String key, byte[] value, Map<String, String> headers) {
        var message = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        failIfOneFailed();
        try {
            // Its failure comes to the callback; a list of futures would hold every message of a large file.
            var unused = producer.send(message, (where, failed) -> failure.compareAndSet(null, failed));
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void close() {
        try {
            producer.flush();
            failIfOneFailed();
        } catch (InterruptException e) {
            throw unreachable(e);
        } finally {
            producer.close();
        }
    }

    private void failIfOneFailed() {
        Exception first = failure.get();
        if (first != null) {
            throw unreachable(first);
        }
    }

    private PlatformUnreachable unreachable(Throwable cause) {
        return new PlatformUnreachable(
                "Kafka at " + servers + " did not take a message for " + topic + ": " + cause.getMessage()
                        + ". ./quanyu status says how it is. " + repeating,
                cause);
    }
}
