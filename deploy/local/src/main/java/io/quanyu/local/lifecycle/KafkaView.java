package io.quanyu.local.lifecycle;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka knows of the platform.
 *
 * @param behind records that a job, by its title, has not worked in for good
 * @param tickedAtMillis when the last tick of the clock was written, epoch milliseconds; null before the first
 */
public record KafkaView(Map<String, Long> behind, @Nullable Long tickedAtMillis) {}
