package io.quanyu.facts;

import io.quanyu.contract.EventHead;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Nothing happens after we have heard of it, nor before 1970. What claims to, by more than clocks may differ, counts from its arrival on, or from
 * then; the event itself keeps what it claims.
 */
public final class Clocks {

    /** How far the clock of a platform or a device may be ahead of ours. */
    public static final Duration SKEW = Duration.ofMinutes(10);

    private static final Set<String> ARE_NO_CLAIMS = Set.of("received_at");

    private Clocks() {}

    /** The event with the instants that count; the very event if it claims nothing absurd. */
    static SpecificRecordBase counted(SpecificRecordBase event) {
        Instant received = EventHead.of(event).receivedAt();
        Map<Field, Instant> absurd = new HashMap<>();
        for (Field field : event.getSchema().getFields()) {
            if (event.get(field.pos()) instanceof Instant claimed && !ARE_NO_CLAIMS.contains(field.name())) {
                Instant counts = counted(claimed, received);
                if (!counts.equals(claimed)) {
                    absurd.put(field, counts);
                }
            }
        }
        if (absurd.isEmpty()) {
            return event;
        }
        SpecificRecordBase counted = SpecificData.get().deepCopy(event.getSchema(), event);
        absurd.forEach((field, counts) -> counted.put(field.pos(), counts));
        return counted;
    }

    private static Instant counted(Instant claimed, Instant received) {
        if (claimed.minus(SKEW).isAfter(received)) {
            return received;
        }
        return claimed.isBefore(Instant.EPOCH) ? Instant.EPOCH : claimed;
    }
}
