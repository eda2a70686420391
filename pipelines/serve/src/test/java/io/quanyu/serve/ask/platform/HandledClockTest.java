package io.quanyu.serve.ask.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.ClockTopic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class HandledClockTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(1);
    private static final Instant FAR = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void theLatestTickIsTheTime() {
        assertThat(HandledClock.newest(List.of(tick(NOON, NOON), tick(LATER, LATER), tick(NOON, LATER))))
                .hasValue(LATER.toEpochMilli());
        assertThat(HandledClock.newest(List.of())).isEmpty();
    }

    @Test
    void whatALiveClockIgnoresIsNotTheTime() {
        assertThat(HandledClock.newest(List.of(tick(NOON, NOON), tick(FAR, NOON))))
                .hasValue(NOON.toEpochMilli());
    }

    @Test
    void thePlayOfAFutureHasItsTime() {
        assertThat(HandledClock.newest(List.of(tick(FAR, NOON)))).hasValue(FAR.toEpochMilli());
    }

    private static ConsumerRecord<byte[], byte[]> tick(Instant instant, Instant written) {
        return new ConsumerRecord<>(
                ClockTopic.NAME,
                0,
                0,
                written.toEpochMilli(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                null,
                ClockTopic.tick(instant),
                new RecordHeaders(),
                Optional.empty());
    }
}
