package io.quanyu.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
import io.quanyu.ingest.Position;
import io.quanyu.jobs.iceberg.StoredEvent;
import io.quanyu.jobs.metric.Counted;
import io.quanyu.jobs.record.TextType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DropRepeatsTest {

    static final StoredEvent PAID = event(EventKinds.ORDER, "e-1", 10);
    static final StoredEvent PAID_AGAIN = event(EventKinds.ORDER, "e-1", 11);
    private static final StoredEvent SCANNED = event(EventKinds.SCAN, "e-1", 12);

    @Test
    void theFirstDeliveryGoesToItsTableAndTheSecondIsARepeat() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(PAID, 0);
            harness.processElement(PAID_AGAIN, 0);

            assertThat(firsts(harness, EventKinds.ORDER)).containsExactly(PAID.position());
            assertThat(harness.extractOutputValues())
                    .containsExactly(new EventRepeat("event.order", 0, 11, "e-1", "tea", 5, "raw.youzan", 1, 2L));
        }
    }

    @Test
    void aRepeatIsCountedAndAFirstDeliveryIsNot() throws Exception {
        var counted = new Counted();
        try (var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DropRepeats()),
                StoredEvent::key,
                TextType.TEXT,
                counted.environment())) {
            harness.open();
            for (StoredEvent event : List.of(PAID, PAID_AGAIN, SCANNED, PAID_AGAIN)) {
                harness.processElement(event, 0);
            }

            assertThat(counted.byReason()).isEqualTo(Map.of("dropped.REPEAT", 2L));
        }
    }

    @Test
    void oneIdInTwoKindsIsTwoEvents() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(PAID, 0);
            harness.processElement(SCANNED, 0);

            assertThat(firsts(harness, EventKinds.ORDER)).containsExactly(PAID.position());
            assertThat(firsts(harness, EventKinds.SCAN)).containsExactly(SCANNED.position());
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void oneIdOfTwoMerchantsIsTwoEvents() throws Exception {
        StoredEvent ofAnother = new StoredEvent(
                PAID.home(), PAID.id(), "coffee", 5, new Position("event.order", 0, 12), PAID.raw(), PAID.value());
        try (var harness = harness()) {
            harness.open();
            harness.processElement(PAID, 0);
            harness.processElement(ofAnother, 0);

            assertThat(firsts(harness, EventKinds.ORDER)).containsExactly(PAID.position(), ofAnother.position());
        }
    }

    @Test
    void aRepeatIsKnownAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (var harness = harness()) {
            harness.open();
            harness.processElement(PAID, 0);
            state = harness.snapshot(1, 1);
        }
        try (var restored = harness()) {
            restored.initializeState(state);
            restored.open();
            restored.processElement(PAID_AGAIN, 0);

            assertThat(restored.extractOutputValues()).hasSize(1);
            assertThat(firsts(restored, EventKinds.ORDER)).isEmpty();
        }
    }

    @Test
    void anEventIsForgottenAfterSevenDays() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.setStateTtlProcessingTime(0);
            harness.processElement(PAID, 0);
            harness.setStateTtlProcessingTime(Duration.ofDays(DropRepeats.DAYS).toMillis());
            harness.processElement(PAID_AGAIN, 0);

            assertThat(firsts(harness, EventKinds.ORDER)).containsExactly(PAID.position(), PAID_AGAIN.position());
        }
    }

    private static StoredEvent event(EventKind kind, String id, long offset) {
        return new StoredEvent(
                kind.topic(),
                id,
                "tea",
                5,
                new Position(kind.topic(), 0, offset),
                new Position("raw.youzan", 1, 2),
                new byte[0]);
    }

    private static List<Position> firsts(
            KeyedOneInputStreamOperatorTestHarness<String, StoredEvent, EventRepeat> harness, EventKind kind) {
        var output = harness.getSideOutput(DropRepeats.first(kind.topic()));
        return output == null
                ? List.of()
                : output.stream().map(first -> first.getValue().position()).toList();
    }

    static KeyedOneInputStreamOperatorTestHarness<String, StoredEvent, EventRepeat> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DropRepeats()), StoredEvent::key, TextType.TEXT);
    }
}
