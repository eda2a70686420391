package io.quanyu.serve.ask.platform;

import io.quanyu.contract.ClockTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether the clock of a platform stands: then what came since its last tick is not judged. */
public final class StandingClock {

    /** It ticks every ten seconds at least. */
    private static final Duration LONGEST_TICK = Duration.ofSeconds(30);

    private StandingClock() {}

    /** How long ago the last tick was written; empty if it ticks, or has never. */
    public static Optional<Duration> since(KafkaTopics kafka, Instant now) {
        return since(kafka.lastWrittenMillis(ClockTopic.NAME), now);
    }

    /** The same of a tick that was written at an instant in epoch milliseconds; of none if it is empty. */
    public static Optional<Duration> since(OptionalLong tickedAtMillis, Instant now) {
        return tickedAtMillis.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.between(Instant.ofEpochMilli(tickedAtMillis.getAsLong()), now))
                        .filter(stood -> stood.compareTo(LONGEST_TICK) > 0);
    }
}
