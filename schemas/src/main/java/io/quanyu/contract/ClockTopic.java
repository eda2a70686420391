package io.quanyu.contract;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The topic of time, of one partition: ISO-8601 instants as text, for example {@code 2026-09-01T00:00:00Z}. */
public final class ClockTopic {

    public static final String NAME = "clock";

    /** Clocks of machines do not differ by more. */
    private static final Duration MOST_AHEAD = Duration.ofMinutes(10);

    private ClockTopic() {}

    /** The value of a tick. */
    public static byte[] tick(Instant instant) {
        return instant.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether a tick says a later time than there can have been when it was written. Where time is that of machines, nobody may take it: all that waits
     * for time would be over. It is judged by what stands on the topic alone, so a replay judges it in the same way.
     *
     * @param millis what time it says, epoch milliseconds
     * @param writtenAtMillis when Kafka says that it was written, epoch milliseconds
     */
    public static boolean isAhead(long millis, long writtenAtMillis) {
        return millis - MOST_AHEAD.toMillis() > writtenAtMillis;
    }

    /**
     * The instant of a value in epoch milliseconds; empty if it is none that a clock may show ({@link Bounds#isTime}), which readers skip: the next
     * tick tells the time.
     */
    public static OptionalLong millis(byte @Nullable [] value) {
        if (value == null) {
            return OptionalLong.empty();
        }
        try {
            String text = new String(value, StandardCharsets.UTF_8).strip();
            Instant instant = Instant.parse(text);
            return Bounds.isTime(instant) ? OptionalLong.of(instant.toEpochMilli()) : OptionalLong.empty();
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }
}
