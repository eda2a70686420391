package io.quanyu.jobs.iceberg;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Through what the tables' files are read and written.
 *
 * @param properties of Iceberg's FileIO
 */
public record FileSettings(Kind kind, Map<String, String> properties) {

    /** Where files lie. */
    public enum Kind {

        /** On a disk that every process of Flink and of Trino sees under the same path. */
        LOCAL("file:", "org.apache.iceberg.hadoop.HadoopFileIO"),

        /** In a store that speaks S3. */
        S3("s3:", "org.apache.iceberg.aws.s3.S3FileIO"),

        /** Where the catalog says, and with what it gives: for a REST catalog that hands out its own access. */
        CATALOG("", null);

        private final String scheme;
        private final @Nullable String implementation;

        Kind(String scheme, @Nullable String implementation) {
            this.scheme = scheme;
            this.implementation = implementation;
        }

        /** How the address of a warehouse begins; empty if it may be anything. */
        String scheme() {
            return scheme;
        }
    }

    /**
     * How to reach a store that speaks S3.
     *
     * @param endpoint null for Amazon's own
     * @param region null for that of the environment
     * @param pathStyle whether a bucket is the first folder of a path, and not a part of the host's name
     * @param accessKeyId null, and the secret too, for what the environment gives, as AWS defines it
     */
    public record S3(
            @Nullable String endpoint,
            @Nullable String region,
            boolean pathStyle,
            @Nullable String accessKeyId,
            @Nullable String secretAccessKey) {

        public S3 {
            if ((accessKeyId == null) != (secretAccessKey == null)) {
                throw new IllegalArgumentException(
                        "lake.s3.access-key-id and lake.s3.secret-access-key go together, but only "
                                + (accessKeyId == null ? "the secret" : "the id") + " is given");
            }
        }

        private Map<String, String> properties() {
            var properties = new HashMap<String, String>();
            properties.put("s3.path-style-access", String.valueOf(pathStyle));
            put(properties, "s3.endpoint", endpoint);
            put(properties, "client.region", region);
            put(properties, "s3.access-key-id", accessKeyId);
            put(properties, "s3.secret-access-key", secretAccessKey);
            return properties;
        }

        /** Without its keys. */
        @Override
        public String toString() {
            return "S3 at " + (endpoint == null ? "its usual place" : endpoint);
        }

        private static void put(Map<String, String> properties, String key, @Nullable String value) {
            if (value != null) {
                properties.put(key, value);
            }
        }
    }

    public FileSettings {
        properties = Map.copyOf(properties);
    }

    public static FileSettings local() {
        return new FileSettings(Kind.LOCAL, Map.of());
    }

    public static FileSettings of(S3 store) {
        return new FileSettings(Kind.S3, store.properties());
    }

    public static FileSettings ofCatalog() {
        return new FileSettings(Kind.CATALOG, Map.of());
    }

    /** As properties of Iceberg's catalog. */
    Map<String, String> catalogProperties() {
        if (kind.implementation == null) {
            return properties;
        }
        var all = new HashMap<>(properties);
        all.put("io-impl", kind.implementation);
        return all;
    }

    /** Without the properties, which may hold a secret. */
    @Override
    public String toString() {
        return kind + " files";
    }
}
