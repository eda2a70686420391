package io.quanyu.jobs.io;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers host:port, several with commas between them
 */
public record KafkaSettings(String bootstrapServers) {

    public KafkaSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException(
                    "kafka.bootstrap-servers is empty: give host:port, for example 127.0.0.1:9092");
        }
    }
}
