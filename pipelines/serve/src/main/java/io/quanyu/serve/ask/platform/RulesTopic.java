package io.quanyu.serve.ask.platform;

import io.quanyu.rules.RuleRelease;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of released rules, one partition. */
public final class RulesTopic {

    public static final String NAME = "rules";

    private static final TopicPartition ALL = new TopicPartition(NAME, 0);
    private static final Duration POLL = Duration.ofMillis(500);

    private RulesTopic() {}

    /**
     * Rules as they were released.
     *
     * @param writtenAtMillis when, by the wall clock, epoch milliseconds
     */
    public record Release(RuleRelease rules, long writtenAtMillis) {}

    /** All of them, in their order. What cannot be read is left out: the jobs refuse it, too. */
    public static List<Release> read(String servers) {
        try (var consumer = new KafkaConsumer<byte[], byte[]>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false))) {
            List<Release> releases = new ArrayList<>();
            consumer.assign(List.of(ALL));
            consumer.seekToBeginning(List.of(ALL));
            long end = consumer.endOffsets(List.of(ALL)).get(ALL);
            while (consumer.position(ALL) < end) {
                for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
                    add(one, releases);
                }
            }
            return releases;
        } catch (KafkaException e) {
            throw new PlatformUnreachable("Kafka at " + servers + " did not show the rules: " + e.getMessage(), e);
        }
    }

    private static void add(ConsumerRecord<byte[], byte[]> one, List<Release> releases) {
        byte[] value = one.value() == null ? new byte[0] : one.value();
        try {
            releases.add(new Release(RuleRelease.parse(new String(value, StandardCharsets.UTF_8)), one.timestamp()));
        } catch (IllegalArgumentException e) {
            // It is a dead letter.
        }
    }
}
