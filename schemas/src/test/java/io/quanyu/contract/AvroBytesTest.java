package io.quanyu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.events.ContactChange;
import io.quanyu.events.ContactChanged;
import io.quanyu.events.DeadLetter;
import io.quanyu.events.Source;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
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

    /** What an older Quanyu wrote on a topic is there when a newer one reads it. */
    @Test
    void whatWasWrittenWithAPublishedSchemaIsRead() throws Exception {
        Schema first = PublishedSchemas.of(EventKinds.CONTACT.schema()).get(0);
        var old = new GenericRecordBuilder(first)
                .set("event_id", "e1")
                .set("occurred_at", TEN.toEpochMilli())
                .set("received_at", TEN.toEpochMilli())
                .set("tenant", "acme")
                .set("platform", "wecom")
                .set("shop", "ww1")
                .set("subject", subject(first))
                .set("mapping_version", "wecom-contact/1")
                .set(
                        "change",
                        new GenericData.EnumSymbol(first.getField("change").schema(), "ADDED"))
                .build();
        ByteBuffer encoded = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), first).encode(old);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);

        assertThat((ContactChanged) EventKinds.CONTACT.decode(bytes))
                .returns("e1", ContactChanged::getEventId)
                .returns(ContactChange.ADDED, ContactChanged::getChange)
                .returns(List.of(), ContactChanged::getTags);
    }

    private static GenericRecord subject(Schema event) {
        return new GenericRecordBuilder(event.getField("subject").schema())
                .set("type", "external_userid")
                .set("scope", "ww1")
                .set("value", "wmLI")
                .set("link", "self")
                .build();
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
