package io.quanyu.jobs.iceberg;

import java.util.Map;

/**
 * The Iceberg catalog.
 *
 * @param uri address of the catalog: of its database, or of its server
 * @param properties more properties of Iceberg's catalog, for example {@code jdbc.user} or {@code credential}
 */
public record CatalogSettings(Type type, String uri, Map<String, String> properties) {

    /** What keeps the catalog. */
    public enum Type {

        /** A database: SQLite for one machine, PostgreSQL for several. */
        JDBC("jdbc:", "jdbc:postgresql://host/lake", "org.apache.iceberg.jdbc.JdbcCatalog"),

        /** A server that speaks Iceberg's REST protocol. */
        REST("http", "https://host/catalog", "org.apache.iceberg.rest.RESTCatalog");

        private final String prefix;
        private final String example;
        private final String implementation;

        Type(String prefix, String example, String implementation) {
            this.prefix = prefix;
            this.example = example;
            this.implementation = implementation;
        }

        String implementation() {
            return implementation;
        }
    }

    public CatalogSettings {
        properties = Map.copyOf(properties);
        if (!uri.startsWith(type.prefix)) {
            throw new IllegalArgumentException("lake.catalog.uri of a " + type + " catalog begins with " + type.prefix
                    + ", for example " + type.example + ", but is \"" + uri + "\"");
        }
    }

    /** A catalog in a database that its address alone opens. */
    public static CatalogSettings jdbc(String uri) {
        return new CatalogSettings(Type.JDBC, uri, Map.of());
    }

    /** Without the properties, which may hold a password. */
    @Override
    public String toString() {
        return type + " catalog at " + uri;
    }
}
