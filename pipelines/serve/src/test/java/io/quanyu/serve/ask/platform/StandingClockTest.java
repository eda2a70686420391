package io.quanyu.serve.ask.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StandingClockTest {

    private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");

    @Test
    void standsWhenItHasNotTickedForAWhile() {
        assertThat(StandingClock.since(secondsAgo(30), NOW)).isEmpty();
        assertThat(StandingClock.since(secondsAgo(31), NOW)).contains(Duration.ofSeconds(31));
    }

    @Test
    void doesNotStandBeforeItsFirstTick() {
        assertThat(StandingClock.since(OptionalLong.empty(), NOW)).isEmpty();
    }

    private static OptionalLong secondsAgo(int seconds) {
        return OptionalLong.of(NOW.minusSeconds(seconds).toEpochMilli());
    }
}
