package io.quanyu.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ThroughTest {

    @Test
    void saysTheEndsOfEachTopicAndIsReadAgain() {
        String text = Through.text(Map.of(
                new TopicPartition("event.order", 1), 14L,
                new TopicPartition("event.order", 0), 12L,
                new TopicPartition("event.live_code", 0), 3L));

        assertThat(text).isEqualTo("event.live_code:3 event.order:12,14");
        assertThat(Through.parse(text))
                .isEqualTo(Map.of("event.order/0", 12L, "event.order/1", 14L, "event.live_code/0", 3L));
        assertThat(Through.parse("")).isEmpty();
    }

    @Test
    void leavesOutATopicOnWhichNothingStands() {
        String text =
                Through.text(Map.of(new TopicPartition("event.order", 1), 4L, new TopicPartition("event.scan", 0), 0L));

        assertThat(text).isEqualTo("event.order:0,4");
        assertThat(Through.within(Through.parse(text), Map.of(), Map.of("event.scan/0", 9L)))
                .isEqualTo(Map.of("event.scan/0", 0L));
    }

    /** A kind of events that this build no longer reads, a topic that was cut off, and a clock that lies. */
    @Test
    void nobodyWaitsForWhatCannotCome() {
        Map<String, Long> counted =
                Map.of("event.order/0", 12L, "event.order/1", 900L, "event.scan/0", 7L, "event.of_another_build/0", 5L);
        Map<String, Long> ends = Map.of("event.order/0", 20L, "event.order/1", 30L, "event.scan/0", 9L, "rules/0", 1L);

        assertThat(Through.exceeds(counted, ends)).isTrue();
        assertThat(Through.within(counted, Map.of("event.scan/0", 8L), ends))
                .isEqualTo(Map.of("event.order/0", 12L, "event.order/1", 30L, "event.scan/0", 0L, "rules/0", 0L));
        assertThat(Through.exceeds(Map.of("event.order/0", 20L), ends)).isFalse();
    }

    @Test
    void refusesWhatHasAnotherForm() {
        assertThatThrownBy(() -> Through.parse("event.order"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("event.order");
        assertThatThrownBy(() -> Through.parse("event.order:1,x")).isInstanceOf(IllegalArgumentException.class);
    }
}
