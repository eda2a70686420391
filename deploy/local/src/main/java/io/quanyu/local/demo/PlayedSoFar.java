package io.quanyu.local.demo;

import io.quanyu.contract.ClockTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far a world has been played, as Kafka remembers it.
 *
 * @param ends end offset of each partition of the raw topics: how many arrivals stand there
 * @param lastTick the last instant on the clock topic; empty before the first
 */
record PlayedSoFar(Map<TopicPartition, Long> ends, Optional<Instant> lastTick) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static PlayedSoFar read(String bootstrapServers, List<String> rawTopics, String clockTopic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> raw = rawTopics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return new PlayedSoFar(consumer.endOffsets(raw), lastTick(consumer, new TopicPartition(clockTopic, 0)));
        }
    }

    private static Optional<Instant> lastTick(KafkaConsumer<byte[], byte[]> consumer, TopicPartition clock) {
        long end = consumer.endOffsets(List.of(clock)).get(clock);
        if (end == 0) {
            return Optional.empty();
        }
        consumer.assign(List.of(clock));
        consumer.seek(clock, end - 1);
        for (ConsumerRecord<byte[], byte[]> tick : consumer.poll(PATIENCE)) {
            return Optional.of(
                    Instant.ofEpochMilli(ClockTopic.millis(tick.value()).orElseThrow()));
        }
        throw new IllegalStateException("Kafka did not give record " + (end - 1) + " of topic " + clock.topic() + " in "
                + PATIENCE.toSeconds() + " seconds");
    }
}
