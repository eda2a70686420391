package io.quanyu.jobs.io;

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
    void refusesWhatHasAnotherForm() {
        assertThatThrownBy(() -> Through.parse("event.order"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("event.order");
        assertThatThrownBy(() -> Through.parse("event.order:1,x")).isInstanceOf(IllegalArgumentException.class);
    }
}
