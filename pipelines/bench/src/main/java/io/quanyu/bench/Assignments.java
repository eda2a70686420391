package io.quanyu.bench;

import io.quanyu.local.platform.PlatformTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of assignments as anybody may, and notes when Kafka got the first of each identifier. */
final class Assignments implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Long> firstAppendedMillis = new ConcurrentHashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reader = new Thread(this::read, "assignments");

    private volatile boolean closing;

    private Assignments(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    static Assignments follow(String bootstrapServers) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(PlatformTopics.ASSIGNMENT).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Assignments assignments = new Assignments(consumer);
        assignments.reader.start();
        return assignments;
    }

    /** By key of the record, {@code tenant|identifier}; grows as they come. */
    Map<String, Long> firstAppendedMillis() {
        return firstAppendedMillis;
    }

    /** How many identifiers have a person. */
    int size() {
        return firstAppendedMillis.size();
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        reader.join();
        consumer.close();
    }

    private void read() {
        while (!closing) {
            for (ConsumerRecord<byte[], byte[]> assigned : consumer.poll(POLL)) {
                firstAppendedMillis.putIfAbsent(
                        new String(assigned.key(), StandardCharsets.UTF_8), assigned.timestamp());
            }
        }
    }
}
