package io.quanyu.jobs.kafka;

import io.quanyu.contract.RecordSize;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers host:port, several with commas between them
 * @param client properties of Kafka's own clients, readers and writers alike, for example {@code security.protocol}; not those
 *     that a job decides
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> client) {

    private static final Set<String> DECIDED = Set.of(
            "acks",
            "auto.offset.reset",
            "bootstrap.servers",
            "client.id.prefix",
            "enable.auto.commit",
            "group.id",
            "key.deserializer",
            "key.serializer",
            "max.request.size",
            "transactional.id",
            "value.deserializer",
            "value.serializer");

    public KafkaSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException(
                    "kafka.bootstrap-servers is empty: give host:port, for example 127.0.0.1:9092");
        }
        client = Map.copyOf(client);
        Set<String> decided = new TreeSet<>(client.keySet());
        decided.retainAll(DECIDED);
        if (!decided.isEmpty()) {
            throw new IllegalArgumentException(
                    "kafka.client." + decided.iterator().next() + " is decided by the jobs: leave it out");
        }
    }

    /** Kafka that asks for nothing but its address. */
    public static KafkaSettings at(String bootstrapServers) {
        return new KafkaSettings(bootstrapServers, Map.of());
    }

    Properties clientProperties() {
        var properties = new Properties();
        properties.putAll(client);
        return properties;
    }

    /** Those of a writer, which sends whatever the door lets through. */
    Properties producerProperties() {
        Properties properties = clientProperties();
        properties.setProperty("max.request.size", String.valueOf(RecordSize.LARGEST_BYTES));
        return properties;
    }

    /** Without the client's properties, which may hold a password. */
    @Override
    public String toString() {
        return "Kafka at " + bootstrapServers;
    }
}
