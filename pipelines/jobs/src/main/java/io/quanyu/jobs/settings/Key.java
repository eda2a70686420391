package io.quanyu.jobs.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of a settings file. {@code deploy/flink/quanyu.properties} says what each means. */
enum Key {
    KAFKA("kafka.bootstrap-servers", null),
    CATALOG_TYPE("lake.catalog.type", "jdbc"),
    CATALOG_URI("lake.catalog.uri", null),
    CATALOG_USER("lake.catalog.user", ""),
    CATALOG_PASSWORD("lake.catalog.password", ""),
    WAREHOUSE("lake.warehouse", null),
    FILES("lake.files", "local"),
    S3_ENDPOINT("lake.s3.endpoint", ""),
    S3_REGION("lake.s3.region", ""),
    S3_PATH_STYLE("lake.s3.path-style", "false"),
    S3_ACCESS_KEY_ID("lake.s3.access-key-id", ""),
    S3_SECRET_ACCESS_KEY("lake.s3.secret-access-key", ""),
    WRITERS("lake.writers", "1"),
    PARALLELISM("flink.parallelism", "cluster"),
    STATE_BACKEND("flink.state-backend", "cluster"),
    CHECKPOINT_FOLDER("flink.checkpoints.folder", "cluster"),
    CHECKPOINT_INTERVAL("flink.checkpoints.interval", "30s"),
    RESTARTS("flink.restarts", "endless"),
    CLOCK_TIME("clock.time", "live"),
    TENANT_KEYS("ingest.tenant-keys", null);

    private final String text;
    private final @Nullable String fallback;

    Key(String text, @Nullable String fallback) {
        this.text = text;
        this.fallback = fallback;
    }

    String text() {
        return text;
    }

    /** Its value where the file does not name it; empty if the file must. */
    Optional<String> fallback() {
        return Optional.ofNullable(fallback);
    }

    /** Keys that end in a name: of a property of somebody else's, of a table, or of a job. */
    enum Family {
        KAFKA_CLIENT("kafka.client."),
        CATALOG_PROPERTY("lake.catalog.property."),
        TABLE_WRITERS("lake.writers."),
        JOB_PARALLELISM("flink.parallelism.");

        private final String prefix;

        Family(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }

        /** The names that may follow; none if any may. */
        private List<String> names() {
            return switch (this) {
                case KAFKA_CLIENT, CATALOG_PROPERTY -> List.of();
                case TABLE_WRITERS -> WrittenTables.ALL;
                case JOB_PARALLELISM -> SettingsFile.JOBS;
            };
        }

        private boolean has(String key) {
            String name = key.startsWith(prefix) ? key.substring(prefix.length()) : "";
            return !name.isEmpty() && (names().isEmpty() || names().contains(name));
        }
    }

    static boolean isKnown(String key) {
        return Arrays.stream(values()).anyMatch(known -> known.text.equals(key))
                || Arrays.stream(Family.values()).anyMatch(family -> family.has(key));
    }

    /** The key that somebody who wrote this one may have meant. */
    static String nearest(String key) {
        return Nearest.to(
                key,
                Stream.concat(
                        Arrays.stream(values()).map(Key::text),
                        Arrays.stream(Family.values()).flatMap(Key::examples)));
    }

    private static Stream<String> examples(Family family) {
        return family.names().isEmpty()
                ? Stream.of(family.prefix + "NAME")
                : family.names().stream().map(family.prefix::concat);
    }
}
