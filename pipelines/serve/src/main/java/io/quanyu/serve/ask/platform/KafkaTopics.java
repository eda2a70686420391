package io.quanyu.serve.ask.platform;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** What Kafka knows of its topics and of who has read them. */
public final class KafkaTopics implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final String servers;
    private final Admin admin;

    private KafkaTopics(String servers, Admin admin) {
        this.servers = servers;
        this.admin = admin;
    }

    public static KafkaTopics at(String servers) {
        return new KafkaTopics(
                servers,
                Admin.create(Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        TIMEOUT_MILLIS,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        TIMEOUT_MILLIS)));
    }

    /** The ends of some topics, now. */
    public TopicEnds ends(Predicate<String> topics) {
        var names = answer(admin.listTopics().names()).stream().filter(topics).toList();
        Map<TopicPartition, OffsetSpec> question = answer(
                        admin.describeTopics(names).allTopicNames())
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                answer(admin.listOffsets(question).all());
        return TopicEnds.of(ends.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue()
                .offset())));
    }

    /** Up to where a consumer group has read and written what it made of it: the offsets of its last checkpoint. */
    Map<TopicPartition, Long> read(String group) {
        return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(offset -> offset.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    /** When the newest record of a topic of one partition was written, epoch milliseconds; empty if it has none. */
    OptionalLong lastWrittenMillis(String topic) {
        var partition = new TopicPartition(topic, 0);
        long millis = answer(admin.listOffsets(Map.of(partition, OffsetSpec.maxTimestamp()))
                        .partitionResult(partition))
                .timestamp();
        return millis < 0 ? OptionalLong.empty() : OptionalLong.of(millis);
    }

    /** What a setting is for some topics, each value once. */
    Set<String> settings(Predicate<String> topics, String key) {
        return answer(admin.describeConfigs(resources(topics)).all()).values().stream()
                .map(config -> config.get(key).value())
                .collect(Collectors.toSet());
    }

    /** Changes a setting of some topics. */
    void set(Predicate<String> topics, String key, String value) {
        var change = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        answer(admin.incrementalAlterConfigs(
                        resources(topics).stream().collect(Collectors.toMap(topic -> topic, topic -> List.of(change))))
                .all());
    }

    private List<ConfigResource> resources(Predicate<String> topics) {
        return answer(admin.listTopics().names()).stream()
                .filter(topics)
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
    }

    @Override
    public void close() {
        admin.close();
    }

    private <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new PlatformUnreachable(
                    "Kafka at " + servers + " did not answer: " + e.getCause().getMessage()
                            + ". See ./quanyu status; restart with ./quanyu down, ./quanyu up",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformUnreachable("Interrupted while asking Kafka at " + servers, e);
        }
    }
}
