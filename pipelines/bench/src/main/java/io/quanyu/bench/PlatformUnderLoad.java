package io.quanyu.bench;

import io.quanyu.contract.Identifiers;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.identity.EvidenceSeen;
import io.quanyu.jobs.kafka.Outgoing;
import io.quanyu.local.lifecycle.EmbeddedPlatform;
import io.quanyu.local.platform.PlatformTopics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A running platform that gets events on its event topics, as ingestion would write them, and is watched on its topic of
 * assignments. The broker stamps both when it appends them: those two stamps are of one clock. Not for several threads.
 */
final class PlatformUnderLoad implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration SETTLE = Duration.ofMillis(50);
    private static final long POLL_MILLIS = 5;

    /** The wait begins when the broker has appended an event, so the sender may as well spare the machine. */
    private static final int LINGER_MILLIS = 20;

    private final EndlessEvents events;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Assignments assignments;
    private final Clock wall;
    private final Map<String, Long> appendedMillis = new ConcurrentHashMap<>();

    private Future<RecordMetadata> newest =
            CompletableFuture.failedFuture(new IllegalStateException("Nothing is sent"));
    private int newIdentifiers;

    private PlatformUnderLoad(
            EndlessEvents events, KafkaProducer<byte[], byte[]> producer, Assignments assignments, Clock wall) {
        this.events = events;
        this.producer = producer;
        this.assignments = assignments;
        this.wall = wall;
    }

    static PlatformUnderLoad of(EmbeddedPlatform platform, Workload workload, Clock wall)
            throws InterruptedException, ExecutionException {
        stampByBroker(platform.kafka());
        Map<String, Object> settings = Map.of("bootstrap.servers", platform.kafka(), "linger.ms", LINGER_MILLIS);
        return new PlatformUnderLoad(
                new EndlessEvents(workload),
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
                Assignments.follow(platform.kafka()),
                wall);
    }

    /**
     * Keeps so many new identifiers waiting for their person, so that the platform is never idle; says how many events a
     * second it takes.
     */
    double saturate(int waiting, Duration duration) throws InterruptedException {
        long begin = System.nanoTime();
        int assignedBefore = assignments.size();
        int newBefore = newIdentifiers;
        int sent = 0;
        while (System.nanoTime() - begin < duration.toNanos()) {
            if (newIdentifiers - assignments.size() < waiting) {
                send();
                sent++;
            } else {
                Thread.sleep(POLL_MILLIS);
            }
        }
        double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        double assigned = assignments.size() - assignedBefore;
        double newPerEvent = (newIdentifiers - newBefore) / (double) sent;
        return assigned / newPerEvent / seconds;
    }

    /** Sends events at a rate, whatever becomes of them; says how long their new identifiers waited for their person. */
    Latencies pace(double eventsPerSecond, Duration duration) throws InterruptedException {
        List<String> sent = new ArrayList<>();
        long begin = System.nanoTime();
        long total = (long) (eventsPerSecond * duration.toSeconds());
        for (long i = 0; i < total; i++) {
            long due = begin + (long) (i / eventsPerSecond * TimeUnit.SECONDS.toNanos(1));
            while (System.nanoTime() < due) {
                Thread.sleep(POLL_MILLIS);
            }
            sent.addAll(send());
        }
        settle();
        return waited(sent);
    }

    /** Waits until all identifiers that were sent have a person. */
    void settle() throws InterruptedException {
        awaitNewest();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (assignments.size() < newIdentifiers) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException((newIdentifiers - assignments.size()) + " of " + newIdentifiers
                        + " identifiers still have no person after " + PATIENCE.toMinutes() + " minutes");
            }
            Thread.sleep(SETTLE.toMillis());
        }
    }

    /** A Kafka that takes nothing more would be waited for in vain. */
    private void awaitNewest() throws InterruptedException {
        try {
            newest.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not take an event: " + e.getCause(), e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        producer.close();
        assignments.close();
    }

    private Latencies waited(Collection<String> identifiers) {
        Latencies latencies = new Latencies();
        for (String identifier : identifiers) {
            latencies.add(assignments.firstAppendedMillis().get(identifier) - appendedMillis.get(identifier));
        }
        return latencies;
    }

    /** Sends the next event; returns what the first assignments of its new identifiers will have as keys. */
    private List<String> send() {
        EvidenceSeen seen = events.next();
        List<String> news = new ArrayList<>();
        for (Identifier identifier : events.news(seen)) {
            news.add(Identifiers.key(seen.tenant(), identifier.text()));
        }
        newIdentifiers += news.size();
        Instant now = wall.instant();
        Outgoing event = CanonicalEvent.of(seen, Instant.ofEpochMilli(now.toEpochMilli()));
        byte[] key = String.valueOf(event.key()).getBytes(StandardCharsets.UTF_8);
        newest = producer.send(new ProducerRecord<>(event.topic(), key, event.value()), (appended, failure) -> {
            if (failure == null) {
                news.forEach(identifier -> appendedMillis.put(identifier, appended.timestamp()));
            }
        });
        return news;
    }

    private static void stampByBroker(String bootstrapServers) throws InterruptedException, ExecutionException {
        var stamp = new AlterConfigOp(
                new ConfigEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"), AlterConfigOp.OpType.SET);
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new ConcurrentHashMap<>();
        Stream.concat(PlatformTopics.EVENT.stream(), Stream.of(PlatformTopics.ASSIGNMENT))
                .forEach(topic -> changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(stamp)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }
}
