package io.quanyu.local.lifecycle;

import io.quanyu.local.flink.RunningJob;
import io.quanyu.local.platform.PlatformTopics;
import io.quanyu.local.process.StartFailed;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far consumer groups have come. A job commits its offsets with each checkpoint, so what is committed has been
 * worked in for good.
 */
public final class Consumption {

    private static final Duration MOST_FOR_A_REQUEST = Duration.ofSeconds(10);

    private final Admin admin;
    private final Duration patience;

    /**
     * Of the groups of a Kafka.
     *
     * @param patience how long to wait for an answer
     */
    public Consumption(Admin admin, Duration patience) {
        this.admin = admin;
        this.patience = patience;
    }

    /** A client that asks again, until its patience ends. The caller closes it. */
    public static Admin admin(String servers, Duration patience) {
        String millis = String.valueOf(patience.toMillis());
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                String.valueOf(Math.min(patience.toMillis(), MOST_FOR_A_REQUEST.toMillis()))));
    }

    /** Records of the topics that a job has neither read nor committed. */
    long unread(RunningJob job, Collection<String> topics) throws InterruptedException {
        return unread(job, ends(topics));
    }

    /** Records before these ends that a job has neither read nor committed. */
    long unread(RunningJob job, Map<TopicPartition, Long> ends) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = committed(job.group());
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue()
                        - Math.max(
                                offset(committed.get(end.getKey())),
                                job.position(end.getKey()).orElse(0)))
                .filter(behind -> behind > 0)
                .sum();
    }

    /** Records of the topics that the group has not committed yet. */
    public long lag(String group, Collection<String> topics) throws InterruptedException {
        Map<TopicPartition, Long> ends = ends(topics);
        Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - offset(committed.get(end.getKey())))
                .filter(behind -> behind > 0)
                .sum();
    }

    /** When the last tick of the clock was written, epoch milliseconds; empty before the first. */
    public OptionalLong tickedAtMillis() throws InterruptedException {
        var clock = new TopicPartition(PlatformTopics.CLOCK, 0);
        long millis = await(admin.listOffsets(Map.of(clock, OffsetSpec.maxTimestamp()))
                        .partitionResult(clock))
                .timestamp();
        return millis < 0 ? OptionalLong.empty() : OptionalLong.of(millis);
    }

    /** Records ever written to the topics. */
    long written(Collection<String> topics) throws InterruptedException {
        return ends(topics).values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) throws InterruptedException {
        return await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    /** The end offset of each partition of the topics. */
    Map<TopicPartition, Long> ends(Collection<String> topics) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = topics.stream()
                .flatMap(topic -> PlatformTopics.partitionsOf(topic).stream())
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return await(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private <T> T await(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartFailed("Kafka does not say how far its readers are: " + e, e);
        }
    }
}
