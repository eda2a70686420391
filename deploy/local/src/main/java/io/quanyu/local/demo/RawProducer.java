package io.quanyu.local.demo;

import io.quanyu.contract.RawHeaders;
import io.quanyu.contract.RawTopics;
import io.quanyu.contract.RecordSize;
import io.quanyu.world.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes a world's arrivals to the raw topics, each exactly once even over several lives of the platform: one record
 * an arrival, always in the same partition, always in the same order. So the end of a partition says which of its arrivals
 * stand there already, and those are skipped.
 */
final class RawProducer implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<TopicPartition, Long> published;
    private final Map<TopicPartition, Long> passed = new HashMap<>();

    /** Publishes what lies behind the given ends of the raw topics' partitions. */
    RawProducer(String bootstrapServers, Map<TopicPartition, Long> ends) {
        this.published = Map.copyOf(ends);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                20,
                "batch.size",
                256 * 1024,
                "max.request.size",
                RecordSize.LARGEST_BYTES);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Publishes the next arrivals and returns when all of them stand in Kafka; says how many were new. */
    int publish(Collection<Arrival> arrivals) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            var place = new TopicPartition(RawTopics.of(arrival.source()), partitionOf(arrival));
            long number = passed.merge(place, 1L, Long::sum);
            if (number > published.getOrDefault(place, 0L)) {
                sent.add(producer.send(record(place, arrival)));
            }
        }
        for (Future<RecordMetadata> each : sent) {
            await(each);
        }
        return sent.size();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private int partitionOf(Arrival arrival) {
        int partitions = producer.partitionsFor(RawTopics.of(arrival.source())).size();
        return Math.floorMod(arrival.key().hashCode(), partitions);
    }

    private static ProducerRecord<byte[], byte[]> record(TopicPartition place, Arrival arrival) {
        byte[] key = utf8(arrival.key());
        return new ProducerRecord<>(place.topic(), place.partition(), null, key, arrival.body(), headers(arrival));
    }

    private static RecordHeaders headers(Arrival arrival) {
        var headers = new RecordHeaders();
        headers.add(RawHeaders.TENANT, utf8(arrival.tenant()));
        headers.add(RawHeaders.SHOP, utf8(arrival.shop()));
        headers.add(RawHeaders.RECEIVED_AT, utf8(String.valueOf(arrival.receivedAtMillis())));
        if (arrival.api() != null) {
            headers.add(RawHeaders.API, utf8(arrival.api()));
        }
        if (arrival.columnMap() != null) {
            headers.add(RawHeaders.MAP, utf8(arrival.columnMap()));
        }
        return headers;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void await(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka does not take a payload: " + e.getCause().getMessage(), e);
        }
    }
}
