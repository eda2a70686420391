package io.quanyu.ingest.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A declarative map from a JSON payload to one record: compiled once, immutable, safe for several threads.
 *
 * <p>A map file names its {@code record}, {@code name} and {@code version}, and has {@code fields} (of the record),
 * {@code facts} (for the decisions in code) and {@code identifiers}. A field is read at the first JSON Pointer of
 * {@code path} that holds a value, by a typed converter: {@code id}, {@code text}, {@code int}, {@code bool},
 * {@code money} (unit), {@code time} (format, zone), {@code date}, {@code enum} (table, default), {@code ids}; lists of
 * records by {@code each}. A list of such entries is tried in turn.
 */
public final class FieldMap<T extends SpecificRecord> {

    private final String mappingVersion;
    private final Class<T> type;
    private final RecordReader fields;
    private final List<FieldReader> facts;
    private final List<IdReader> ids;

    private FieldMap(Spec map, Class<T> type) {
        Schema schema = SpecificData.get().getSchema(type);
        map.onlyWith("name", "version", "record", "fields", "facts", "identifiers");
        if (!schema.getName().equals(map.needed("record"))) {
            throw map.wrong("maps " + map.needed("record") + ", but " + schema.getName() + " is wanted");
        }
        this.mappingVersion = map.needed("name") + "/" + map.needed("version");
        this.type = type;
        this.fields = RecordReader.compile(schema, map.object("fields"));
        this.facts = RecordReader.facts(map);
        this.ids = map.objects("identifiers").stream().map(IdReader::compile).toList();
    }

    /** The map {@code <name>.yaml} that lies beside a class of its source. */
    public static <T extends SpecificRecord> FieldMap<T> load(Class<?> beside, String name, Class<T> type) {
        String file = name + ".yaml";
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no field map " + file + " beside " + beside.getName()
                        + ": it belongs into the resources of the same package");
            }
            return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }

    /**
     * Compiles a map.
     *
     * @throws IllegalArgumentException naming file, field and what to do, if the map cannot work
     */
    public static <T extends SpecificRecord> FieldMap<T> parse(String file, String yaml, Class<T> type) {
        return new FieldMap<>(Spec.parse(file, yaml), type);
    }

    /** As {@link #parse}, of a map that is open. */
    public static <T extends SpecificRecord> FieldMap<T> of(Spec map, Class<T> type) {
        return new FieldMap<>(map, type);
    }

    /**
     * Reads one payload.
     *
     * @throws BadField if a needed field is absent, or a value is not of its type
     */
    public Reading<T> read(JsonNode payload) {
        T record = type.cast(fields.read(payload));
        Map<String, Object> read = new HashMap<>();
        RecordReader.readInto(read, facts, payload);
        List<FoundId> found = new ArrayList<>();
        ids.forEach(id -> id.find(payload, found));
        return new Reading<>(record, read, found, mappingVersion);
    }
}
