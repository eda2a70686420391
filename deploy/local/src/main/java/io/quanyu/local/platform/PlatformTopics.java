package io.quanyu.local.platform;

import io.quanyu.contract.ClockTopic;
import io.quanyu.contract.EventKinds;
import io.quanyu.contract.IdentityAssignments;
import io.quanyu.contract.StoredTopics;
import io.quanyu.jobs.ingest.IngestJob;
import io.quanyu.jobs.kafka.Topics;
import io.quanyu.local.process.StartFailed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the platform. */
public final class PlatformTopics {

    /** Payloads as received, one topic for each source. */
    public static final List<String> RAW = IngestJob.topics();

    /** Canonical events, one topic for each kind. */
    public static final List<String> EVENT = EventKinds.topics();

    /** What ingestion refused, with the reason. */
    public static final String DEAD_LETTER = StoredTopics.DEAD_LETTER.topic();

    /** Instants; only they move time. */
    public static final String CLOCK = ClockTopic.NAME;

    /** Released rules. */
    public static final String RULES = Topics.RULES;

    /** What the clock counts when it ticks: events and rules. */
    public static final List<String> FACTS = Topics.factTopics();

    /** Who is who, for others to follow. */
    public static final String ASSIGNMENT = IdentityAssignments.TOPIC;

    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private PlatformTopics() {}

    /** Makes the topics that are not there yet. */
    public static void make(Admin admin) throws InterruptedException {
        for (Map.Entry<String, KafkaFuture<Void>> topic :
                admin.createTopics(all()).values().entrySet()) {
            await(topic.getKey(), topic.getValue());
        }
    }

    /** The partitions of a topic. */
    public static List<TopicPartition> partitionsOf(String topic) {
        return IntStream.range(0, partitionCount(topic))
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private static List<NewTopic> all() {
        return Stream.of(RAW, EVENT, List.of(DEAD_LETTER, CLOCK, RULES, ASSIGNMENT))
                .flatMap(List::stream)
                .map(topic -> new NewTopic(topic, partitionCount(topic), (short) 1))
                .toList();
    }

    private static int partitionCount(String topic) {
        return List.of(DEAD_LETTER, CLOCK, RULES).contains(topic) ? 1 : PARTITIONS;
    }

    private static void await(String topic, KafkaFuture<Void> made) throws InterruptedException {
        try {
            made.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new StartFailed("Kafka cannot make topic " + topic + ": " + e.getCause(), e);
            }
        } catch (TimeoutException e) {
            throw new StartFailed("Kafka did not make topic " + topic + " in " + PATIENCE.toSeconds() + " seconds", e);
        }
    }
}
