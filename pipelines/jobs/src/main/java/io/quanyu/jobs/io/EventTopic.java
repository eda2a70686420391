package io.quanyu.jobs.io;

import io.quanyu.events.Behaved;
import io.quanyu.events.ContactChanged;
import io.quanyu.events.CouponChanged;
import io.quanyu.events.DeadLetter;
import io.quanyu.events.IdentityRuled;
import io.quanyu.events.LiveCodeDefined;
import io.quanyu.events.LiveCodeScanned;
import io.quanyu.events.MessageSent;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.RefundChanged;
import io.quanyu.events.SpendReported;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/** The topics whose values are Avro in single-object encoding, each with the table that keeps them. */
@SuppressWarnings("ImmutableEnumChecker") // Avro does not say so, but nobody changes its schemas and codecs.
public enum EventTopic {
    ORDER("event.order", "dwd.order_changed", OrderChanged.class),
    REFUND("event.refund", "dwd.refund_changed", RefundChanged.class),
    MESSAGE("event.message", "dwd.message_sent", MessageSent.class),
    CONTACT("event.contact", "dwd.contact_changed", ContactChanged.class),
    SCAN("event.scan", "dwd.live_code_scanned", LiveCodeScanned.class),
    BEHAVIOR("event.behavior", "dwd.behaved", Behaved.class),
    COUPON("event.coupon", "dwd.coupon_changed", CouponChanged.class),
    SPEND("event.spend", "dwd.spend_reported", SpendReported.class),
    LIVE_CODE("event.live_code", "dwd.live_code_defined", LiveCodeDefined.class),
    RULING("event.ruling", "dwd.identity_ruled", IdentityRuled.class),
    /** Not events: what was refused. */
    DEAD_LETTER("dead-letter", "ods.dead_letter", DeadLetter.class);

    private static final String EVENTS = "event.";

    /** More than Kafka takes for a whole record. */
    private static final String LONGEST_VALUE = String.valueOf(16 * 1024 * 1024);

    static {
        // Without these, a damaged length makes Avro reserve up to 2 GiB before it looks at what is there.
        System.setProperty("org.apache.avro.limits.string.maxLength", LONGEST_VALUE);
        System.setProperty("org.apache.avro.limits.bytes.maxLength", LONGEST_VALUE);
        System.setProperty("org.apache.avro.limits.collectionItems.maxLength", LONGEST_VALUE);
    }

    private final String topic;
    private final String table;
    private final Schema schema;
    private final BinaryMessageEncoder<SpecificRecord> encoder;
    private final BinaryMessageDecoder<SpecificRecordBase> decoder;

    EventTopic(String topic, String table, Class<? extends SpecificRecordBase> record) {
        SpecificData model = SpecificData.getForClass(record);
        this.topic = topic;
        this.table = table;
        this.schema = model.getSchema(record);
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema);
    }

    /** Topics of canonical events. */
    public static List<String> events() {
        return all().stream().filter(topic -> topic.startsWith(EVENTS)).toList();
    }

    /** Topics of canonical events and of dead letters. */
    public static List<String> all() {
        return Arrays.stream(values()).map(EventTopic::topic).toList();
    }

    /** The topic of a kind, for example "order". */
    static EventTopic ofKind(String kind) {
        return ofTopic(EVENTS + kind);
    }

    static EventTopic ofTopic(String topic) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.topic.equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Topic " + topic + " holds no canonical events: the topics that do are " + all()));
    }

    public String topic() {
        return topic;
    }

    /** The end of the topic's name, for example "order". */
    String kind() {
        return topic.substring(topic.indexOf('.') + 1);
    }

    /** The table that keeps what the topic holds, for example {@code dwd.order_changed}. */
    public String table() {
        return table;
    }

    Schema schema() {
        return schema;
    }

    byte[] encode(SpecificRecord value) {
        try {
            ByteBuffer bytes = encoder.encode(value);
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot encode a record for " + topic, e);
        }
    }

    /** @throws UnreadableValue if the bytes are not what the topic holds */
    SpecificRecordBase decode(byte[] value) throws UnreadableValue {
        try {
            return decoder.decode(value);
        } catch (IOException | RuntimeException e) {
            // Damaged bytes make Avro throw whatever comes first: of its own, of arrays, of numbers.
            throw new UnreadableValue(e);
        }
    }

    /** Bytes that are not Avro in single-object encoding of a known schema. */
    static final class UnreadableValue extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableValue(Exception cause) {
            super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
        }
    }
}
