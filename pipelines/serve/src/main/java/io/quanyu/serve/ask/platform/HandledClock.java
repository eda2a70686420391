package io.quanyu.serve.ask.platform;

import io.quanyu.contract.ClockTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The time up to which the job that decides has judged. It is the last tick before the offset that the job committed with
 * its last checkpoint; with the same checkpoint it wrote the tables. So the tables say what was so at that instant.
 */
public final class HandledClock {

    private static final TopicPartition CLOCK = new TopicPartition(ClockTopic.NAME, 0);
    private static final int LAST_TICKS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private HandledClock() {}

    /**
     * In epoch milliseconds; empty before the first tick.
     *
     * @param deciding consumer group of the job that decides
     */
    public static OptionalLong read(String servers, KafkaTopics kafka, String deciding) {
        long end = kafka.read(deciding).getOrDefault(CLOCK, 0L);
        if (end == 0) {
            return OptionalLong.empty();
        }
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings(servers))) {
            consumer.assign(List.of(CLOCK));
            consumer.seek(CLOCK, Math.max(0, end - LAST_TICKS));
            return newest(consumer, end);
        } catch (KafkaException e) {
            throw new PlatformUnreachable("Kafka at " + servers + " did not show its clock: " + e.getMessage(), e);
        }
    }

    private static OptionalLong newest(KafkaConsumer<byte[], byte[]> consumer, long end) {
        List<ConsumerRecord<byte[], byte[]>> ticks = new ArrayList<>();
        Deadline deadline = Deadline.in(PATIENCE);
        while (consumer.position(CLOCK) < end && !deadline.isOver()) {
            for (ConsumerRecord<byte[], byte[]> tick : consumer.poll(POLL)) {
                if (tick.offset() < end) {
                    ticks.add(tick);
                }
            }
        }
        return newest(ticks);
    }

    /** Where time is that of machines a tick ahead of its writing was ignored, so it counts only where no other has come. */
    static OptionalLong newest(List<ConsumerRecord<byte[], byte[]>> ticks) {
        OptionalLong newest = OptionalLong.empty();
        OptionalLong ahead = OptionalLong.empty();
        for (ConsumerRecord<byte[], byte[]> tick : ticks) {
            OptionalLong millis = ClockTopic.millis(tick.value());
            if (millis.isPresent() && ClockTopic.isAhead(millis.getAsLong(), tick.timestamp())) {
                ahead = later(ahead, millis.getAsLong());
            } else if (millis.isPresent()) {
                newest = later(newest, millis.getAsLong());
            }
        }
        return newest.isPresent() ? newest : ahead;
    }

    private static OptionalLong later(OptionalLong one, long other) {
        return OptionalLong.of(Math.max(other, one.orElse(Long.MIN_VALUE)));
    }

    private static Map<String, Object> settings(String servers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
    }
}
