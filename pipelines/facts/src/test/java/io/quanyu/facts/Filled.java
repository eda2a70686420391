package io.quanyu.facts;

import io.quanyu.contract.EventKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Events in which every field has a value: text its own name, numbers 101. So no field can stand in for another. */
final class Filled {

    static final Instant INSTANT = Instant.parse("2026-09-01T23:30:00.123Z");
    static final long MILLIS = INSTANT.toEpochMilli();

    private Filled() {}

    /** An event of a kind with the id "e-1". */
    static <E extends SpecificRecordBase> E event(EventKind kind, Class<E> type) {
        SpecificRecordBase event = record(kind.schema());
        event.put(kind.schema().getField("event_id").pos(), "e-1");
        return type.cast(event);
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
            case ARRAY -> List.of(value(schema.getElementType(), name));
            case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().get(2), schema);
            case BOOLEAN -> true;
            case STRING -> name;
            case INT -> schema.getLogicalType() == null ? (Object) 101 : LocalDate.of(2026, 9, 1);
            case LONG -> schema.getLogicalType() == null ? (Object) 101L : INSTANT;
            default -> throw new IllegalArgumentException("Field " + name + " has type " + schema);
        };
    }
}
