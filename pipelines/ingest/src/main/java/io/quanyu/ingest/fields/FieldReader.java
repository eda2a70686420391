package io.quanyu.ingest.fields;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one field: the first place of the first alternative that holds a value wins. */
record FieldReader(String name, List<Alternative> alternatives, boolean required) {

    /** Places that are read in one way. */
    record Alternative(List<JsonPointer> places, Converter converter) {}

    @Nullable
    Object read(JsonNode payload) {
        for (Alternative alternative : alternatives) {
            for (JsonPointer place : alternative.places()) {
                Object value = readAt(payload.at(place), place, alternative.converter());
                if (value != null) {
                    return value;
                }
            }
        }
        if (required) {
            throw BadField.missing(name + " is missing: nothing at " + placesText());
        }
        return null;
    }

    private @Nullable Object readAt(JsonNode node, JsonPointer place, Converter converter) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        try {
            return converter.read(node);
        } catch (BadField bad) {
            throw bad.in(name + " at " + place + " ");
        }
    }

    private String placesText() {
        return alternatives.stream()
                .flatMap(alternative -> alternative.places().stream())
                .map(JsonPointer::toString)
                .collect(Collectors.joining(", "));
    }
}
