package io.quanyu.ingest.door;

import io.quanyu.contract.Bounds;
import io.quanyu.contract.PublishedSchemas;
import io.quanyu.events.Source;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Position;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.fields.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** An event in the making: the fields that all events share are set here, in one way for all sources. */
public final class Draft<T extends SpecificRecord> {

    private static final int HASH_DIGITS = 8;

    private final Delivery delivery;
    private final String kind;
    private final Reading<T> reading;
    private List<String> dropped = List.of();

    private Draft(Delivery delivery, String kind, Reading<T> reading) {
        this.delivery = delivery;
        this.kind = kind;
        this.reading = reading;
    }

    public static <T extends SpecificRecord> Draft<T> of(Delivery delivery, String kind, Reading<T> reading) {
        return new Draft<>(delivery, kind, reading);
    }

    public Draft<T> at(String platform, String shop) {
        set("tenant", delivery.tenant());
        set("platform", platform);
        set("shop", shop);
        return this;
    }

    public Draft<T> about(Who who) {
        set("subject", who.subject());
        set("identifiers", List.copyOf(who.identifiers()));
        dropped = who.dropped();
        return this;
    }

    public Draft<T> happenedAt(Instant time) {
        set("occurred_at", time);
        return this;
    }

    /** The id is made of the platform's own ids and version alone: they name the fact completely. */
    public Accepted identifiedBy(Object... parts) {
        return finish(id(parts));
    }

    /**
     * The id also has a hash of what the event says, where a platform may answer differently under one version. So one id
     * never stands for two contents, and a redelivery still has the same id.
     */
    public Accepted identifiedWithContentBy(Object... parts) {
        set("event_id", "");
        set("mapping_version", "");
        set("received_at", Instant.EPOCH);
        set("source", null);
        checkComplete();
        return finish(id(parts) + ":" + hash(reading.record()));
    }

    private Accepted finish(String eventId) {
        Position position = delivery.raw().position();
        set("event_id", eventId);
        set("mapping_version", reading.mappingVersion());
        set("received_at", delivery.receivedAt());
        set("source", new Source(position.topic(), position.partition(), position.offset()));
        checkComplete();
        return new Accepted(kind, reading.record(), dropped);
    }

    private void set(String field, @Nullable Object value) {
        T record = reading.record();
        record.put(record.getSchema().getField(field).pos(), value);
    }

    /** A field without which the event cannot be written, or that is absurd, is named here, and not by the encoder or a sum. */
    private void checkComplete() {
        T record = reading.record();
        Bounds.absurd(record).ifPresent(what -> {
            throw new Refusal(Reason.BAD_VALUE, what);
        });
        for (Schema.Field field : record.getSchema().getFields()) {
            if (field.schema().getType() != Schema.Type.UNION && record.get(field.pos()) == null) {
                throw new Refusal(Reason.MISSING_FIELD, field.name() + " is missing");
            }
        }
    }

    private static String id(Object... parts) {
        return String.join(":", Arrays.stream(parts).map(String::valueOf).toList());
    }

    private static String hash(SpecificRecord record) {
        try {
            var bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<SpecificRecord>(PublishedSchemas.oldestFor(record)).write(record, encoder);
            encoder.flush();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (IOException failure) {
            throw new UncheckedIOException("Writing to memory does not fail", failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
