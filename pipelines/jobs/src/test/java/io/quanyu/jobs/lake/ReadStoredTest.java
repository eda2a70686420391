package io.quanyu.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.EventKinds;
import io.quanyu.contract.StoredTopics;
import io.quanyu.events.DeadLetter;
import io.quanyu.events.OrderChanged;
import io.quanyu.ingest.Position;
import io.quanyu.jobs.iceberg.Filled;
import io.quanyu.jobs.iceberg.StoredEvent;
import io.quanyu.jobs.kafka.RefusedValue;
import io.quanyu.jobs.kafka.TopicRecord;
import io.quanyu.jobs.metric.Tally;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

public class ReadStoredTest {

    private static final Position HERE = new Position("event.order", 0, 7);

    @Test
    void anEventIsKnownByItsIdAndItsTopic() {
        StoredEvent order = stored(Filled.at(EventKinds.ORDER.stored(), 7, Filled.of(EventKinds.ORDER, "o-1#2")));

        assertThat(order.key()).isEqualTo("event.order|tenant|o-1#2");
        assertThat(order.tenant()).isEqualTo("tenant");
        assertThat(order.receivedAtMillis()).isEqualTo(Filled.INSTANT.toEpochMilli());
        assertThat(order.position()).isEqualTo(HERE);
        assertThat(order.raw()).isEqualTo(new Position("topic", 101, 101));
    }

    @Test
    void aDeadLetterIsKnownByThePlaceOfWhatWasRefused() {
        StoredEvent letter = stored(Filled.at(StoredTopics.DEAD_LETTER, 3, Filled.of(StoredTopics.DEAD_LETTER)));

        assertThat(letter.key()).isEqualTo("dead-letter|tenant|topic[101]@101#101");
        assertThat(letter.raw()).isEqualTo(new Position("topic", 101, 101));
    }

    @Test
    void bytesThatAreNoEventBecomeADeadLetterWithTheirPosition() throws Exception {
        StoredEvent refused = stored(new TopicRecord(HERE, Map.of(), new byte[0]));

        assertThat(refused.home()).isEqualTo("dead-letter");
        assertThat(refused.key()).isEqualTo("dead-letter||event.order[0]@7#-1");
        assertThat(refused.position()).isEqualTo(HERE);
        DeadLetter letter = (DeadLetter) StoredTopics.DEAD_LETTER.decode(refused.value());
        assertThat(letter.getReason()).isEqualTo("UNREADABLE_EVENT");
        assertThat(letter.getDetail()).isNotBlank();
    }

    @Test
    void anEventThatSaysAnAbsurdTimeBecomesADeadLetterWithItsField() throws Exception {
        var order = (OrderChanged) Filled.of(EventKinds.ORDER.stored());
        order.setOccurredAt(Instant.ofEpochMilli(Long.MAX_VALUE));

        StoredEvent refused = stored(new TopicRecord(HERE, Map.of(), EventKinds.ORDER.encode(order)));

        assertThat(refused.key()).isEqualTo("dead-letter||event.order[0]@7#-1");
        DeadLetter letter = (DeadLetter) StoredTopics.DEAD_LETTER.decode(refused.value());
        assertThat(letter.getReason()).isEqualTo("ABSURD_EVENT");
        assertThat(letter.getDetail()).startsWith("occurred_at is absurd");
    }

    @Test
    void aDeadLetterThatSaysAnAbsurdTimeBecomesOneOfItsOwn() {
        var letter = (DeadLetter) Filled.of(StoredTopics.DEAD_LETTER);
        letter.setReceivedAt(Instant.ofEpochMilli(Long.MAX_VALUE));

        StoredEvent refused = stored(Filled.at(StoredTopics.DEAD_LETTER, 3, letter));

        assertThat(refused.key()).isEqualTo("dead-letter||dead-letter[0]@3#-1");
        assertThat(refused.receivedAtMillis()).isZero();
    }

    @Test
    void anEventOnTheTopicOfAnotherKindIsRefused() {
        byte[] scan = EventKinds.SCAN.encode(Filled.of(EventKinds.SCAN.stored()));

        assertThat(stored(new TopicRecord(HERE, Map.of(), scan)).home()).isEqualTo("dead-letter");
    }

    /** A failure names its seed: the repetition number. */
    @RepeatedTest(300)
    void noBytesStopTheJob(RepetitionInfo repetition) {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        byte[] damaged = EventKinds.ORDER.encode(Filled.of(EventKinds.ORDER.stored()));
        for (int i = 0; i < 3; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }

        assertThat(stored(new TopicRecord(HERE, Map.of(), damaged)).position()).isEqualTo(HERE);
        byte[] cut = java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length));
        assertThat(stored(new TopicRecord(HERE, Map.of(), cut)).home()).isEqualTo("dead-letter");
    }

    public static StoredEvent stored(TopicRecord record) {
        return ReadStored.read(record, Tally.of(new UnregisteredMetricsGroup(), "refused", RefusedValue.Reason.class));
    }
}
