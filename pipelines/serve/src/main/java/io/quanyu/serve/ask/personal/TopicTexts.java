package io.quanyu.serve.ask.personal;

import io.quanyu.contract.StoredTopics;
import io.quanyu.contract.UnreadableValue;
import io.quanyu.serve.ask.platform.TopicEnds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The texts of all records that topics hold now: keys, and values as they lie there, whatever wrote them. */
public final class TopicTexts {

    private static final Duration ONE_POLL = Duration.ofMillis(500);

    /** Lengths and numbers between the texts of a record end a text. */
    private static final Pattern BINARY = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffd]+");

    private TopicTexts() {}

    /** Hands over topic and text of each record up to the given ends. */
    public static void read(String servers, TopicEnds ends, BiConsumer<String, String> each) {
        Map<TopicPartition, Long> left = new HashMap<>();
        ends.byTopic()
                .forEach((topic, partitions) ->
                        partitions.forEach((partition, end) -> left.put(new TopicPartition(topic, partition), end)));
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(left.keySet());
            consumer.seekToBeginning(left.keySet());
            while (!isThrough(consumer, left)) {
                consumer.poll(ONE_POLL).forEach(message -> hand(message, each));
            }
        }
    }

    private static boolean isThrough(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<TopicPartition> through = ends.entrySet().stream()
                .filter(end -> consumer.position(end.getKey()) >= end.getValue())
                .map(Map.Entry::getKey)
                .toList();
        return through.size() == ends.size();
    }

    private static void hand(ConsumerRecord<byte[], byte[]> message, BiConsumer<String, String> each) {
        if (message.key() != null) {
            each.accept(message.topic() + " (key)", text(message.key()));
        }
        if (message.value() != null) {
            each.accept(message.topic(), value(message.topic(), message.value()));
        }
    }

    /** An event or a dead letter as JSON; bytes that are none as they lie there. */
    static String value(String topic, byte[] bytes) {
        try {
            return StoredTopics.names().contains(topic)
                    ? StoredTopics.named(topic).decode(bytes).toString()
                    : text(bytes);
        } catch (UnreadableValue strange) {
            return text(bytes);
        }
    }

    /** Pieces of the bytes that read as text, apart from each other. */
    static String text(byte[] bytes) {
        return BINARY.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll(" | ");
    }
}
