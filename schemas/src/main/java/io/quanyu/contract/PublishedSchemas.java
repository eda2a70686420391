package io.quanyu.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.IndexedRecord;

/** All schemas that a record was ever written with: {@code published/<event>/<n>.avsc}, from 1. */
public final class PublishedSchemas {

    private static final Map<String, List<Schema>> READ = new ConcurrentHashMap<>();

    private PublishedSchemas() {}

    /** In their order; none for a kind that is added from outside, whose schemas are not frozen here. */
    static List<Schema> of(Schema current) {
        return READ.computeIfAbsent(current.getFullName(), name -> read(current.getName()));
    }

    /** The oldest schema that can write all that the record says, so that what does not use a new field looks as ever. */
    public static Schema oldestFor(IndexedRecord record) {
        List<Schema> published = of(record.getSchema());
        // The last one is the present schema.
        for (Schema schema : published.subList(0, Math.max(0, published.size() - 1))) {
            if (says(schema, record)) {
                return schema;
            }
        }
        return record.getSchema();
    }

    private static boolean says(Schema schema, IndexedRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Schema.Field old = schema.getField(field.name());
            Object value = record.get(field.pos());
            boolean said = value != null && !(value instanceof Collection<?> list && list.isEmpty());
            if (old == null ? said : said && !isSymbol(old.schema(), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSymbol(Schema schema, Object value) {
        return schema.getType() != Schema.Type.ENUM || schema.hasEnumSymbol(value.toString());
    }

    private static List<Schema> read(String record) {
        String folder = record.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        List<Schema> published = new ArrayList<>();
        for (int number = 1; ; number++) {
            try (InputStream in =
                    PublishedSchemas.class.getResourceAsStream("/published/" + folder + "/" + number + ".avsc")) {
                if (in == null) {
                    return List.copyOf(published);
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                published.add(new SchemaParser().parse(text).mainSchema());
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot read the published schemas of " + folder, failure);
            }
        }
    }
}
