package io.quanyu.serve.ask.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicEndsTest {

    private static final TopicPartition FIRST = new TopicPartition("event.order", 0);
    private static final TopicPartition SECOND = new TopicPartition("event.order", 1);
    private static final TopicPartition LETTERS = new TopicPartition("dead-letter", 0);

    private final TopicEnds ends = TopicEnds.of(Map.of(FIRST, 17L, SECOND, 0L, LETTERS, 3L));

    @Test
    void theChecksGetThemAsJson() {
        assertThat(ends.json()).isEqualTo("[[\"dead-letter\",0,3],[\"event.order\",0,17],[\"event.order\",1,0]]");
    }

    @Test
    void aPartitionThatNobodyReadIsUnreadAsAWhole() {
        assertThat(ends.unread(Map.of(FIRST, 16L))).isEqualTo(1 + 3);
    }

    @Test
    void aReaderThatIsAheadOwesNothingAndPaysForNobody() {
        assertThat(ends.unread(Map.of(FIRST, 20L, LETTERS, 1L))).isEqualTo(2);
    }

    @Test
    void someTopicsCanBeLeftOut() {
        assertThat(ends.only(topic -> topic.startsWith("event.")).unread(Map.of()))
                .isEqualTo(17);
    }
}
