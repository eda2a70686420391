package io.quanyu.serve.ask.platform;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records topics hold: the offset after the last one, by topic and partition.
 *
 * @param byTopic topic to partition to end offset
 */
public record TopicEnds(SortedMap<String, SortedMap<Integer, Long>> byTopic) {

    static TopicEnds of(Map<TopicPartition, Long> offsets) {
        SortedMap<String, SortedMap<Integer, Long>> byTopic = new TreeMap<>();
        offsets.forEach((partition, end) -> byTopic.computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                .put(partition.partition(), end));
        return new TopicEnds(byTopic);
    }

    /** These ends and those of other topics. */
    TopicEnds and(TopicEnds others) {
        SortedMap<String, SortedMap<Integer, Long>> union = new TreeMap<>(byTopic);
        union.putAll(others.byTopic);
        return new TopicEnds(union);
    }

    TopicEnds only(Predicate<String> topics) {
        SortedMap<String, SortedMap<Integer, Long>> some = new TreeMap<>(byTopic);
        some.keySet().removeIf(topics.negate());
        return new TopicEnds(some);
    }

    /** How many records before these ends lie behind the offsets up to which a reader has read. */
    long unread(Map<TopicPartition, Long> read) {
        return byTopic.entrySet().stream()
                .flatMap(topic -> topic.getValue().entrySet().stream()
                        .map(end -> end.getValue()
                                - read.getOrDefault(new TopicPartition(topic.getKey(), end.getKey()), 0L)))
                .filter(unread -> unread > 0)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The parameter of the checks: {@code [["event.order",0,17],…]}. */
    public String json() {
        return byTopic.entrySet().stream()
                .flatMap(topic -> topic.getValue().entrySet().stream()
                        .map(end -> "[\"" + topic.getKey() + "\"," + end.getKey() + "," + end.getValue() + "]"))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
