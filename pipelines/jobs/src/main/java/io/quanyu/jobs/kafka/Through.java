package io.quanyu.jobs.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * What stood on the topics of facts when the clock ticked, as the header {@value #HEADER} of the tick says it: {@code event.order:12,14
 * event.refund:3,0}, for each topic the end offset of each of its partitions, from partition 0 on.
 */
public final class Through {

    /** Name of the header of a tick. */
    public static final String HEADER = "through";

    private static final String TOPICS = " ";
    private static final char ENDS = ':';
    private static final String PARTITIONS = ",";

    private Through() {}

    /** A partition as the key of a map in state: {@code topic/number}. */
    static String partition(String topic, int partition) {
        return topic + '/' + partition;
    }

    /** The text of some end offsets; topics in their order. A topic on which nothing stands is left out, and counts as such. */
    public static String text(Map<TopicPartition, Long> ends) {
        SortedMap<String, SortedMap<Integer, Long>> byTopic = new TreeMap<>();
        ends.forEach((partition, end) -> byTopic.computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                .put(partition.partition(), end));
        return byTopic.entrySet().stream()
                .filter(topic -> topic.getValue().values().stream().anyMatch(end -> end > 0))
                .map(topic -> topic.getKey() + ENDS + ends(topic.getValue()))
                .collect(Collectors.joining(TOPICS));
    }

    private static String ends(SortedMap<Integer, Long> byPartition) {
        StringBuilder text = new StringBuilder();
        for (int partition = 0; partition <= byPartition.lastKey(); partition++) {
            text.append(partition == 0 ? "" : PARTITIONS).append(byPartition.getOrDefault(partition, 0L));
        }
        return text.toString();
    }

    /** Whether something is counted of a known partition that lies behind its end. */
    static boolean exceeds(Map<String, Long> counted, Map<String, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> counted.getOrDefault(end.getKey(), 0L) > end.getValue());
    }

    /**
     * Of what a tick counted, what there is to wait for: a partition that is not read here, and records that are no more or never were, would let time
     * stand for ever.
     *
     * @param begins offset of the first record of each partition that is read
     * @param ends their end offsets
     */
    static Map<String, Long> within(Map<String, Long> counted, Map<String, Long> begins, Map<String, Long> ends) {
        Map<String, Long> within = new HashMap<>();
        ends.forEach((partition, end) -> {
            long through = Math.min(counted.getOrDefault(partition, 0L), end);
            within.put(partition, through <= begins.getOrDefault(partition, 0L) ? 0 : through);
        });
        return within;
    }

    /**
     * End offsets by partition, as {@link #partition} names it.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static Map<String, Long> parse(String text) {
        Map<String, Long> ends = new HashMap<>();
        if (text.isEmpty()) {
            return ends;
        }
        for (String topic : text.split(TOPICS, -1)) {
            int name = topic.lastIndexOf(ENDS);
            if (name <= 0) {
                throw new IllegalArgumentException(
                        "\"" + topic + "\" is no topic with end offsets, such as event.order:12,14");
            }
            String[] its = topic.substring(name + 1).split(PARTITIONS, -1);
            for (int partition = 0; partition < its.length; partition++) {
                ends.put(partition(topic.substring(0, name), partition), Long.parseLong(its[partition]));
            }
        }
        return ends;
    }
}
