package io.quanyu.scenarios;

import io.quanyu.contract.Bounds;
import io.quanyu.contract.EventKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Events of a merchant who is absurd: every field has the least, the largest or the oddest value that the door lets in. */
public final class ExtremeEvents {

    /** When the first may arrive; the last does three days later. */
    public static final Instant ARRIVED = Instant.parse("2026-09-01T10:00:00Z");

    private static final List<Instant> TIMES = List.of(
            Instant.EPOCH, Instant.parse("9999-12-31T23:59:59.999Z"), ARRIVED, ARRIVED.minusSeconds(86_400 * 40L));
    private static final List<Long> AMOUNTS =
            List.of(0L, 1L, -1L, Bounds.MOST_FEN, -Bounds.MOST_FEN, Bounds.MOST_FEN - 1);
    private static final List<Long> PIECES = List.of(0L, 1L, -1L, Bounds.MOST_PIECES, -Bounds.MOST_PIECES);
    private static final List<Long> NUMBERS = List.of(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);
    private static final List<String> TEXTS =
            List.of("", "|", "a|b|c", "\t", "\u0000", "散客", "😀", "x".repeat(Bounds.LONGEST));
    private static final List<String> FEW = List.of("a", "b", "c");

    private final SplittableRandom random;

    private final String tenant;

    /** Those of a seed. */
    public ExtremeEvents(String tenant, long seed) {
        this.tenant = tenant;
        this.random = new SplittableRandom(seed);
    }

    /** The next event. */
    public SpecificRecordBase event(EventKind kind, int number) {
        SpecificRecordBase event = record(kind.schema());
        put(event, "event_id", "e" + number);
        put(event, "tenant", tenant);
        put(event, "received_at", ARRIVED.plusSeconds(random.nextInt(86_400 * 3)));
        return event;
    }

    private static void put(SpecificRecordBase event, String field, Object value) {
        event.put(event.getSchema().getField(field).pos(), value);
    }

    private SpecificRecordBase record(Schema schema) {
        var record =
                (SpecificRecordBase) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema(), field.name())));
        return record;
    }

    private Object value(Schema schema, String name) {
        return switch (schema.getType()) {
            case UNION -> random.nextInt(4) == 0
                    ? null
                    : value(schema.getTypes().get(1), name);
            case RECORD -> record(schema);
            case ARRAY -> IntStream.range(0, random.nextInt(3))
                    .mapToObj(i -> value(schema.getElementType(), name))
                    .toList();
            case ENUM -> SpecificData.get().createEnum(any(schema.getEnumSymbols()), schema);
            case BOOLEAN -> random.nextBoolean();
            case STRING -> any(name.endsWith("id") || name.equals("value") ? FEW : TEXTS);
            case INT -> schema.getLogicalType() == null ? (Object) any(List.of(0, Integer.MAX_VALUE)) : day();
            case LONG -> {
                if (schema.getLogicalType() != null) {
                    yield any(TIMES);
                }
                boolean counts = name.equals("quantity") || name.endsWith("_count");
                yield any(name.endsWith("_fen") ? AMOUNTS : counts ? PIECES : NUMBERS);
            }
            default -> throw new IllegalArgumentException("Field " + name + " has type " + schema);
        };
    }

    private LocalDate day() {
        return any(List.of(LocalDate.EPOCH, LocalDate.of(9999, 12, 31), LocalDate.of(2026, 9, 1)));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
