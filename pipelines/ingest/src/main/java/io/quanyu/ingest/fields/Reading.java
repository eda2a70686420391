package io.quanyu.ingest.fields;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a field map read.
 *
 * @param record the event, with the fields that the map fills
 * @param facts values that only the decisions after the map need, by name
 * @param ids identifiers in the order of the map, before the guard: not for printing
 * @param mappingVersion name and version of the map
 */
public record Reading<T extends SpecificRecord>(
        T record, Map<String, Object> facts, List<FoundId> ids, String mappingVersion) {

    public @Nullable String text(String fact) {
        return (String) facts.get(fact);
    }

    public @Nullable Long number(String fact) {
        return (Long) facts.get(fact);
    }

    public @Nullable Instant time(String fact) {
        return (Instant) facts.get(fact);
    }

    public boolean flag(String fact) {
        return Boolean.TRUE.equals(facts.get(fact));
    }

    @SuppressWarnings("unchecked") // The converter "ids" is the only one that makes lists.
    public List<String> texts(String fact) {
        return (List<String>) facts.getOrDefault(fact, List.of());
    }
}
