package io.quanyu.ingest.fields;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Makes a record of one schema: defaults first, then every mapped field, then every list of records. */
final class RecordReader {

    private final Schema schema;
    private final List<Setter> setters;

    private RecordReader(Schema schema, List<Setter> setters) {
        this.schema = schema;
        this.setters = setters;
    }

    static RecordReader compile(Schema schema, Spec fields) {
        List<Setter> setters = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            if (field.hasDefaultValue()) {
                setters.add(defaultOf(field));
            }
        }
        fields.entryNames().forEach(name -> setters.add(setter(schema, fields, name)));
        return new RecordReader(schema, List.copyOf(setters));
    }

    SpecificRecord read(JsonNode payload) {
        var record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        setters.forEach(setter -> setter.set(record, payload));
        return record;
    }

    private static Setter defaultOf(Schema.Field field) {
        Object value = SpecificData.get().getDefaultValue(field);
        int position = field.pos();
        return value instanceof List
                ? (record, payload) -> record.put(position, new ArrayList<>())
                : (record, payload) -> record.put(position, value);
    }

    private static Setter setter(Schema schema, Spec fields, String name) {
        Schema.Field field = schema.getField(name);
        if (field == null) {
            throw fields.wrong("\"" + name + "\" is no field of " + schema.getName() + "; fields are "
                    + schema.getFields().stream().map(Schema.Field::name).toList());
        }
        List<Spec> specs = fields.objects(name);
        if (specs.size() == 1 && specs.get(0).has("each")) {
            return each(field, specs.get(0).onlyWith("each", "fields"));
        }
        FieldReader reader = FieldCompiler.compile(name, specs, Target.of(field));
        if (isPrimitive(field) && !reader.required()) {
            throw fields.wrong("\"" + name + "\" has no default, so it needs \"required: true\"");
        }
        int position = field.pos();
        return (record, payload) -> {
            Object value = reader.read(payload);
            if (value != null) {
                record.put(position, value);
            }
        };
    }

    /** A field that cannot hold null: unread, it would say 0 or false, which nobody said. */
    private static boolean isPrimitive(Schema.Field field) {
        return !field.hasDefaultValue()
                && switch (field.schema().getType()) {
                    case INT, LONG, BOOLEAN -> field.schema().getLogicalType() == null;
                    default -> false;
                };
    }

    private static Setter each(Schema.Field field, Spec spec) {
        List<JsonPointer> places = spec.pointers("each");
        RecordReader element = compile(field.schema().getElementType(), spec.object("fields"));
        int position = field.pos();
        return (record, payload) -> {
            for (JsonPointer place : places) {
                JsonNode list = payload.at(place);
                if (!list.isMissingNode() && !list.isNull()) {
                    record.put(position, element.readAll(field.name(), list));
                    return;
                }
            }
        };
    }

    private List<SpecificRecord> readAll(String name, JsonNode list) {
        if (!list.isArray()) {
            throw BadField.bad(name + " must be a list");
        }
        List<SpecificRecord> records = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            try {
                records.add(read(item));
            } catch (BadField bad) {
                throw bad.in(name + "[" + records.size() + "]: ");
            }
        }
        return records;
    }

    private interface Setter {
        void set(SpecificRecord record, JsonNode payload);
    }

    /** Facts: the same readers, into a map. */
    static List<FieldReader> facts(Spec map) {
        if (!map.has("facts")) {
            return List.of();
        }
        Spec facts = map.object("facts");
        return facts.entryNames().stream()
                .map(name -> FieldCompiler.compile(name, facts.objects(name), Target.FACT))
                .toList();
    }

    static void readInto(Map<String, Object> facts, List<FieldReader> readers, JsonNode payload) {
        for (FieldReader reader : readers) {
            Object value = reader.read(payload);
            if (value != null) {
                facts.put(reader.name(), value);
            }
        }
    }
}
