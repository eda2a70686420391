package io.quanyu.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.Bounds;
import io.quanyu.contract.EventKinds;
import io.quanyu.contract.StoredTopics;
import io.quanyu.events.DeadLetter;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.SpendReported;
import io.quanyu.ingest.Position;
import io.quanyu.jobs.iceberg.Filled;
import io.quanyu.jobs.metric.Counted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ReadFactsTest {

    private final Counted counted = new Counted();

    @Test
    void bytesThatAreNoEventAreCountedAndTheRestGoesOn() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(released("event.order", 7, new byte[] {1}), 0);
            harness.processElement(
                    new Released(
                            Filled.at(EventKinds.ORDER.stored(), 8, Filled.of(EventKinds.ORDER, "e-1")),
                            Long.MIN_VALUE),
                    0);

            assertThat(harness.extractOutputValues())
                    .extracting(EventFacts::eventId)
                    .containsExactly("e-1");
            assertThat(harness.getSideOutput(ReadFacts.REFUSED))
                    .as("the lake tells of it")
                    .isNull();
            assertThat(counted.byReason()).isEqualTo(Map.of("refused.UNREADABLE_EVENT", 1L));
        }
    }

    @Test
    void noOperatorSeesAnInstantOrAnAmountThatTheDoorWouldRefuse() throws Exception {
        var order = (OrderChanged) Filled.of(EventKinds.ORDER.stored());
        order.setOccurredAt(Instant.ofEpochMilli(Long.MAX_VALUE));
        var spend = (SpendReported) Filled.of(EventKinds.SPEND.stored());
        spend.setCostFen(Long.MAX_VALUE);
        var name = (SpendReported) Filled.of(EventKinds.SPEND.stored());
        name.setChannel("c".repeat(Bounds.LONGEST + 1));
        try (var harness = harness()) {
            harness.open();
            harness.processElement(released("event.order", 0, EventKinds.ORDER.encode(order)), 0);
            harness.processElement(released("event.spend", 0, EventKinds.SPEND.encode(spend)), 0);
            harness.processElement(released("event.spend", 1, EventKinds.SPEND.encode(name)), 0);

            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(counted.byReason()).isEqualTo(Map.of("refused.ABSURD_EVENT", 3L));
        }
    }

    @Test
    void whatAreNoRulesIsADeadLetterWithPositionAndCauseAndTheRulesStay() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(released("rules", 3, new byte[] {1, 2, 3}), 0);
            harness.processElement(
                    released("rules", 4, utf8("{version: 2, from: \"+50000-01-01T00:00:00Z\", tags: []}")), 0);

            assertThat(harness.extractOutputValues()).isEmpty();
            var refused = harness.getSideOutput(ReadFacts.REFUSED);
            DeadLetter noRules = letter(refused.poll().getValue());
            assertThat(noRules.getReason()).isEqualTo("UNREADABLE_EVENT");
            assertThat(noRules.getDetail()).isNotBlank();
            assertThat(noRules.getSource().getTopic()).isEqualTo("rules");
            assertThat(noRules.getSource().getOffset()).isEqualTo(3);
            assertThat(letter(refused.poll().getValue()).getDetail())
                    .isEqualTo("from is absurd: the time +50000-01-01T00:00:00Z");
            assertThat(counted.byReason())
                    .isEqualTo(Map.of("refused.UNREADABLE_EVENT", 1L, "refused.ABSURD_EVENT", 1L));
        }
    }

    private static DeadLetter letter(Outgoing refused) throws Exception {
        assertThat(refused.topic()).isEqualTo("dead-letter");
        return (DeadLetter) StoredTopics.DEAD_LETTER.decode(refused.value());
    }

    private OneInputStreamOperatorTestHarness<Released, EventFacts> harness() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new ReadFacts()), counted.environment());
    }

    private static Released released(String topic, long offset, byte[] value) {
        return new Released(new TopicRecord(new Position(topic, 0, offset), Map.of(), value), Long.MIN_VALUE);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
