package io.quanyu.jobs.iceberg;

import io.quanyu.contract.EventKind;
import io.quanyu.contract.StoredTopic;
import io.quanyu.ingest.Position;
import io.quanyu.jobs.kafka.TopicRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Events in which every field has a value, none of them like another's default. */
public final class Filled {

    /** Every instant: 23:30 in London, the next day in Shanghai. */
    public static final Instant INSTANT = Instant.parse("2026-09-01T23:30:00.123Z");

    private Filled() {}

    /** An event or dead letter with every field filled: text with the field's name, numbers with 101. */
    public static SpecificRecordBase of(StoredTopic topic) {
        return record(topic.schema());
    }

    /** An event of a kind, as {@link #of}, with another id. */
    public static SpecificRecordBase of(EventKind kind, String eventId) {
        SpecificRecordBase event = of(kind.stored());
        event.put(event.getSchema().getField("event_id").pos(), eventId);
        return event;
    }

    /** The event as it stands at an offset of its topic. */
    public static TopicRecord at(StoredTopic topic, long offset, SpecificRecordBase event) {
        return new TopicRecord(new Position(topic.topic(), 0, offset), Map.of(), topic.encode(event));
    }

    private static SpecificRecordBase record(Schema schema) {
        var filled =
                (SpecificRecordBase) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        schema.getFields().forEach(field -> filled.put(field.pos(), value(field.schema(), field.name())));
        return filled;
    }

    private static Object value(Schema schema, String name) {
        return switch (schema.getType()) {
            case UNION -> value(schema.getTypes().get(1), name);
            case RECORD -> record(schema);
            case ARRAY -> List.of(value(schema.getElementType(), name), value(schema.getElementType(), name));
            case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().get(2), schema);
            case BOOLEAN -> true;
            case STRING -> name;
            case INT -> schema.getLogicalType() == null ? (Object) 101 : LocalDate.of(2026, 9, 1);
            case LONG -> schema.getLogicalType() == null ? (Object) 101L : INSTANT;
            default -> throw new IllegalArgumentException("Field " + name + " has type " + schema);
        };
    }
}
