package io.quanyu.ingest.fields;

import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** The field of a record that a converter fills; knows which converters fit and what must not stay empty. */
record Target(@Nullable Schema schema, boolean nullable) {

    /** A value for the decisions after the map: no field of the record, so every converter fits. */
    static final Target FACT = new Target(null, true);

    static Target of(Schema.Field field) {
        Schema schema = field.schema();
        if (schema.getType() == Schema.Type.UNION) {
            return new Target(schema.getTypes().get(1), true);
        }
        return new Target(schema, field.hasDefaultValue());
    }

    /** The word for the type in a map's complaint. */
    String word() {
        if (schema == null) {
            return "any";
        }
        LogicalType logical = schema.getLogicalType();
        return logical == null ? schema.getType().getName() : logical.getName();
    }

    boolean takes(String converter) {
        if (schema == null) {
            return true;
        }
        return switch (converter) {
            case "id", "text" -> word().equals("string");
            case "money" -> word().equals("long");
            case "int" -> word().equals("long") || word().equals("int");
            case "time" -> word().equals("timestamp-millis");
            case "date" -> word().equals("date");
            case "bool" -> word().equals("boolean");
            case "enum" -> word().equals("enum");
            case "ids" -> word().equals("array") && schema.getElementType().getType() == Schema.Type.STRING;
            default -> false;
        };
    }

    boolean isInt() {
        return schema != null && schema.getType() == Schema.Type.INT;
    }

    /** The constant of the field's enum; the text itself for a fact. */
    Object symbol(String text) {
        if (schema == null) {
            return text;
        }
        List<String> symbols = schema.getEnumSymbols();
        if (!symbols.contains(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is none of " + symbols);
        }
        return SpecificData.get().createEnum(text, schema);
    }
}
