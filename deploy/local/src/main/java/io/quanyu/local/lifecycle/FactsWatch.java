package io.quanyu.local.lifecycle;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Waits for facts. The broker answers whoever waits when one comes, so nobody need ask again and again. Not for several threads. */
final class FactsWatch implements AutoCloseable {

    private static final Duration ANSWERED_AFTER = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private Map<TopicPartition, Long> known = Map.of();

    /** Of this Kafka. */
    FactsWatch(String kafka) {
        consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                (int) ANSWERED_AFTER.toMillis(),
                // What comes is not looked at.
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                1));
    }

    /**
     * Returns when a fact comes, or when the time is over.
     *
     * @param counted how many facts stand on each topic; not empty
     * @return whether one came
     */
    boolean await(Map<TopicPartition, Long> counted, Duration longest) {
        if (!counted.equals(known)) {
            consumer.assign(counted.keySet());
            counted.forEach(consumer::seek);
            known = Map.copyOf(counted);
        }
        return !consumer.poll(longest).isEmpty();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
