package io.quanyu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.events.DeadLetter;
import io.quanyu.events.Source;
import java.time.Instant;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;

class AvroBytesTest {

    private static final Instant TEN = Instant.parse("2026-09-01T02:00:00Z");
    private static final DeadLetter LETTER =
            new DeadLetter("acme", "youzan", "1", TEN, new Source("raw.youzan", 0, 1L), -1, "MALFORMED", "x", "{");

    @Test
    void aRecordComesBackWhole() throws Exception {
        byte[] bytes = StoredTopics.DEAD_LETTER.encode(LETTER);

        assertThat(bytes).startsWith(0xC3, 0x01);
        assertThat(StoredTopics.DEAD_LETTER.decode(bytes)).isEqualTo(LETTER);
    }

    @Test
    void aGenericRecordGivesTheSameBytes() {
        var generic = new GenericData.Record(LETTER.getSchema());
        LETTER.getSchema().getFields().forEach(field -> generic.put(field.pos(), LETTER.get(field.pos())));
        generic.put("received_at", TEN.toEpochMilli());

        assertThat(StoredTopics.DEAD_LETTER.encode(generic)).isEqualTo(StoredTopics.DEAD_LETTER.encode(LETTER));
    }

    @Test
    void bytesOfAnotherSchemaOrOfNoneAreUnreadable() {
        byte[] letter = StoredTopics.DEAD_LETTER.encode(LETTER);

        assertThatThrownBy(() -> EventKinds.ORDER.decode(letter)).isInstanceOf(UnreadableValue.class);
        assertThatThrownBy(() -> EventKinds.ORDER.decode(new byte[] {1, 2, 3}))
                .isInstanceOf(UnreadableValue.class)
                .hasMessageStartingWith("BadHeaderException: ");
    }
}
