package io.quanyu.contract;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The topic of time, of one partition: ISO-8601 instants as text, for example {@code 2026-09-01T00:00:00Z}. */
public final class ClockTopic {

    public static final String NAME = "clock";

    private ClockTopic() {}

    /** The value of a tick. */
    public static byte[] tick(Instant instant) {
        return instant.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The instant of a value in epoch milliseconds; empty if it is none, which readers skip: the next tick tells the time. */
    public static OptionalLong millis(byte @Nullable [] value) {
        if (value == null) {
            return OptionalLong.empty();
        }
        try {
            String text = new String(value, StandardCharsets.UTF_8).strip();
            return OptionalLong.of(Instant.parse(text).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
