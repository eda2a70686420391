package io.quanyu.jobs.iceberg;

import io.quanyu.contract.Identifiers;
import io.quanyu.contract.StoredTopic;
import io.quanyu.domain.customer.ShanghaiCalendar;
import io.quanyu.events.Identifier;
import io.quanyu.ingest.Position;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.iceberg.types.Types;

/**
 * Finds what fills a column of an event table. Most columns are fields of the event under their own name, as
 * {@link AvroForms} says; the others are
 *
 * <ul>
 *   <li>{@code raw_topic}, {@code raw_partition}, {@code raw_offset}: where the raw payload stands;
 *   <li>{@code kafka_partition}, {@code kafka_offset}: where the event stands on its topic, null if it stands on another
 *       one because it could not be read there;
 *   <li>{@code subject_text}: the subject as {@code type|scope|value};
 *   <li>{@code dt}: the Shanghai day on which it happened, for a dead letter on which it was received.
 * </ul>
 *
 * <p>A column without a field stands in an older lake and is no longer written: it stays null, and is refused only if it
 * may not.
 */
final class AvroColumns {

    /** An event, and what is known of its way here. */
    record Stored(SpecificRecordBase event, StoredEvent way) {}

    private static final Map<String, Cell<Stored>> DERIVED = Map.of(
            "raw_topic",
                    stored -> stored.way.raw() == null
                            ? null
                            : Cells.text(stored.way.raw().topic()),
            "raw_partition",
                    stored -> stored.way.raw() == null ? null : stored.way.raw().partition(),
            "raw_offset",
                    stored -> stored.way.raw() == null ? null : stored.way.raw().offset(),
            "kafka_partition",
                    stored -> isAtHome(stored) ? stored.way.position().partition() : null,
            "kafka_offset", stored -> isAtHome(stored) ? stored.way.position().offset() : null,
            "subject_text", stored -> subject(stored.event),
            "dt", stored -> day(stored.event));

    private final StoredTopic home;

    AvroColumns(StoredTopic home) {
        this.home = home;
    }

    Cell<Stored> cell(Types.NestedField column) {
        Cell<Stored> derived = DERIVED.get(column.name());
        if (derived != null) {
            return derived;
        }
        Schema record = home.schema();
        if (column.isOptional() && AvroForms.fieldOf(column, record).isEmpty()) {
            return stored -> null;
        }
        return AvroForms.cell(column, record)
                .<Cell<Stored>>map(cell -> stored -> cell.of(stored.event))
                .orElseThrow(() -> new IllegalArgumentException("Column " + column.name() + " of " + home.table()
                        + " has type " + column.type() + " and no field of record " + record.getName() + " fills it"));
    }

    private static boolean isAtHome(Stored stored) {
        Position position = stored.way.position();
        return position.topic().equals(stored.way.home());
    }

    private static Object subject(SpecificRecordBase event) {
        return Cells.text(Identifiers.text((Identifier) event.get("subject")));
    }

    private static Object day(SpecificRecordBase event) {
        Instant instant = (Instant) event.get(event.hasField("occurred_at") ? "occurred_at" : "received_at");
        return Cells.day(ShanghaiCalendar.dayOf(instant.toEpochMilli()));
    }
}
