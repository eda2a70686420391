package io.quanyu.ingest.fields;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads one typed value. Immutable. */
@FunctionalInterface
interface Converter {

    /**
     * The value, or null if the node says that there is none (blank, or a sentinel such as time 0).
     *
     * @param node neither missing nor null
     * @throws BadField if the node holds something else
     */
    @Nullable
    Object read(JsonNode node);

    /** The text of a value node, stripped; a number keeps all its digits. */
    static String text(JsonNode node) {
        if (!node.isValueNode()) {
            throw BadField.bad("must be a single value, but is " + (node.isArray() ? "a list" : "an object"));
        }
        return node.asText().strip();
    }
}
