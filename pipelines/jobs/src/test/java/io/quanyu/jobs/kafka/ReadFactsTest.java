package io.quanyu.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.EventKinds;
import io.quanyu.contract.StoredTopics;
import io.quanyu.events.DeadLetter;
import io.quanyu.ingest.Position;
import io.quanyu.jobs.iceberg.Filled;
import java.util.Map;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class ReadFactsTest {

    @Test
    void whatCannotBeReadLeavesByTheRefusedExitAndTheRestGoesOn() throws Exception {
        try (var harness = ProcessFunctionTestHarnesses.forProcessFunction(new ReadFacts())) {
            harness.processElement(
                    released(new TopicRecord(new Position("event.order", 1, 7), Map.of(), new byte[] {1})), 0);
            harness.processElement(
                    released(Filled.at(EventKinds.ORDER.stored(), 8, Filled.of(EventKinds.ORDER, "e-1"))), 0);

            assertThat(harness.extractOutputValues())
                    .extracting(EventFacts::eventId)
                    .containsExactly("e-1");
            Outgoing refused = harness.getSideOutput(ReadFacts.REFUSED).peek().getValue();
            assertThat(refused.topic()).isEqualTo("dead-letter");
            DeadLetter letter = (DeadLetter) StoredTopics.DEAD_LETTER.decode(refused.value());
            assertThat(letter.getReason()).isEqualTo("UNREADABLE_EVENT");
            assertThat(letter.getSource().getOffset()).isEqualTo(7);
        }
    }

    private static Released released(TopicRecord record) {
        return new Released(record, Long.MIN_VALUE);
    }
}
