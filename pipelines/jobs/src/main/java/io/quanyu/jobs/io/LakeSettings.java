package io.quanyu.jobs.io;

/**
 * Where the lake is: an Iceberg JDBC catalog named {@value #CATALOG} and the folder of its tables.
 *
 * @param catalogUri JDBC address of the catalog's database, for example {@code jdbc:sqlite:/data/catalog.db?busy_timeout=10000}
 * @param warehouse address of the folder, for example {@code file:///data/lake}
 */
public record LakeSettings(String catalogUri, String warehouse) {

    /** Name of the catalog, the same for Flink and Trino: it is part of the key of every table in the catalog's database. */
    public static final String CATALOG = "lake";

    public LakeSettings {
        if (!catalogUri.startsWith("jdbc:")) {
            throw new IllegalArgumentException(
                    "lake.catalog-uri must be a JDBC address such as jdbc:sqlite:/data/catalog.db, but is \""
                            + catalogUri + "\"");
        }
        if (warehouse.isBlank()) {
            throw new IllegalArgumentException(
                    "lake.warehouse is empty: give the folder of the tables, for example file:///data/lake");
        }
    }
}
