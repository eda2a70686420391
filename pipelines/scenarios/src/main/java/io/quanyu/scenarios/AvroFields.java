package io.quanyu.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.events.Identifier;
import io.quanyu.scenarios.StoryReader.BadStory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Values of a story by the schema of an event: text to enum, time to milliseconds, day to days, everything exact. */
final class AvroFields {

    private AvroFields() {}

    /**
     * A record with the given fields, the rest by the schema's defaults. The subject is put in afterwards.
     *
     * @throws BadStory if a field is unknown, missing or does not fit
     */
    static GenericRecord record(String place, Schema schema, JsonNode fields) {
        Set<String> known = schema.getFields().stream().map(Schema.Field::name).collect(Collectors.toSet());
        StoryReader.refuseUnknown(place, fields, known);
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            if (fields.has(field.name())) {
                record.put(field.pos(), value(place + "." + field.name(), field.schema(), fields.get(field.name())));
            } else if (field.hasDefaultValue()) {
                record.put(field.pos(), GenericData.get().getDefaultValue(field));
            } else if (!field.name().equals("subject")) {
                throw new BadStory(place + " lacks " + field.name() + " (" + field.doc() + ")");
            }
        }
        return record;
    }

    /** An identifier as a generic record. */
    static GenericRecord generic(Identifier identifier) {
        GenericRecord record = new GenericData.Record(Identifier.getClassSchema());
        identifier.getSchema().getFields().forEach(field -> record.put(field.pos(), identifier.get(field.pos())));
        return record;
    }

    private static Object value(String place, Schema schema, JsonNode node) {
        try {
            return switch (schema.getType()) {
                case UNION -> node.isNull() ? null : value(place, present(schema), node);
                case STRING -> node.asText();
                case BOOLEAN -> node.booleanValue();
                case INT -> day(schema) ? (int) LocalDate.parse(node.asText()).toEpochDay() : (Object) node.asInt();
                case LONG -> instant(schema)
                        ? StoryReader.instant(place, node).toEpochMilli()
                        : Long.parseLong(node.asText());
                case ENUM -> symbol(place, schema, node.asText());
                case ARRAY -> items(place, schema.getElementType(), node);
                case RECORD -> record(place, schema, node);
                default -> throw new BadStory(place + " cannot be written in a story");
            };
        } catch (NumberFormatException | DateTimeParseException | AvroRuntimeException e) {
            throw new BadStory(place + " does not fit " + schema.getName() + ": " + node.asText());
        }
    }

    private static List<Object> items(String place, Schema element, JsonNode nodes) {
        List<Object> items = new ArrayList<>();
        nodes.forEach(node -> items.add(value(place + "[" + items.size() + "]", element, node)));
        return items;
    }

    private static Object symbol(String place, Schema schema, String text) {
        if (!schema.hasEnumSymbol(text)) {
            throw new BadStory(
                    place + " is \"" + text + "\", but must be one of " + new TreeSet<>(schema.getEnumSymbols()));
        }
        return new GenericData.EnumSymbol(schema, text);
    }

    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static boolean day(Schema schema) {
        return schema.getLogicalType() != null
                && schema.getLogicalType().getName().equals("date");
    }

    private static boolean instant(Schema schema) {
        return schema.getLogicalType() != null
                && schema.getLogicalType().getName().equals("timestamp-millis");
    }
}
