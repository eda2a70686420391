package io.quanyu.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;

/**
 * Canonical events as JSON for people: one line each, the record's name first, then its fields in the order of the schema.
 * Times are ISO-8601 in UTC; what is null is left out.
 */
public final class CanonicalJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CanonicalJson() {}

    public static String line(SpecificRecord event) {
        try {
            return JSON.writeValueAsString(tree(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A JSON tree can always be written", impossible);
        }
    }

    /** The same as a tree. */
    public static ObjectNode tree(SpecificRecord event) {
        ObjectNode tree = NODES.objectNode();
        tree.put("record", event.getSchema().getName());
        return tree.setAll(fields(event));
    }

    private static ObjectNode fields(IndexedRecord record) {
        ObjectNode fields = NODES.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                fields.set(field.name(), node(value));
            }
        }
        return fields;
    }

    private static JsonNode node(Object value) {
        if (value instanceof IndexedRecord record) {
            return fields(record);
        }
        if (value instanceof List<?> list) {
            ArrayNode items = NODES.arrayNode();
            list.forEach(item -> items.add(node(item)));
            return items;
        }
        if (value instanceof Number number) {
            return NODES.numberNode(number.longValue());
        }
        return value instanceof Boolean flag ? NODES.booleanNode(flag) : NODES.textNode(value.toString());
    }
}
