package io.quanyu.jobs.iceberg;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the lake is: an Iceberg catalog named {@value #CATALOG}, and the files of its tables.
 *
 * @param warehouse address of the tables' folder, for example {@code file:///data/lake} or {@code s3://bucket/lake}; for a
 *     REST catalog also a name that it knows
 */
public record LakeSettings(CatalogSettings catalog, String warehouse, FileSettings files, WriterSettings writers) {

    /** Name of the catalog, the same for Flink and Trino: it is part of the key of every table in the catalog's database. */
    public static final String CATALOG = "lake";

    public LakeSettings {
        if (warehouse.isBlank()) {
            throw new IllegalArgumentException(
                    "lake.warehouse is empty: give the folder of the tables, for example file:///data/lake");
        }
        boolean address = catalog.type() == CatalogSettings.Type.JDBC;
        if (address && !warehouse.startsWith(files.kind().scheme())) {
            throw new IllegalArgumentException("lake.warehouse of " + files + " begins with "
                    + files.kind().scheme() + ", but is \"" + warehouse + "\": set lake.files, or another folder");
        }
        if (address && files.kind() == FileSettings.Kind.CATALOG) {
            throw new IllegalArgumentException(
                    "lake.files is \"catalog\", but a JDBC catalog gives no access to files: give local or s3");
        }
    }

    /** With one writer for each table. */
    public static LakeSettings of(CatalogSettings catalog, String warehouse, FileSettings files) {
        return new LakeSettings(catalog, warehouse, files, WriterSettings.ONE);
    }

    /** Properties of the catalog, as Iceberg names them. */
    Map<String, String> catalogProperties() {
        var properties = new HashMap<>(files.catalogProperties());
        properties.put("uri", catalog.uri());
        properties.put("warehouse", warehouse);
        if (catalog.type() == CatalogSettings.Type.JDBC) {
            properties.put("jdbc.schema-version", "V1");
        }
        properties.putAll(catalog.properties());
        return properties;
    }
}
