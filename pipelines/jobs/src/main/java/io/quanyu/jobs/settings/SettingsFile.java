package io.quanyu.jobs.settings;

import io.quanyu.jobs.environment.CheckpointSettings;
import io.quanyu.jobs.environment.FlinkSettings;
import io.quanyu.jobs.environment.FlinkSettings.StateBackend;
import io.quanyu.jobs.environment.JobSettings;
import io.quanyu.jobs.iceberg.CatalogSettings;
import io.quanyu.jobs.iceberg.FileSettings;
import io.quanyu.jobs.iceberg.LakeSettings;
import io.quanyu.jobs.iceberg.WriterSettings;
import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.jobs.kafka.KafkaSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of all jobs, as one file of properties has them. {@code deploy/flink/quanyu.properties} is one with every key.
 *
 * <p>Whatever is wrong is an {@link IllegalArgumentException} that names key, value, file and what would be right.
 */
public final class SettingsFile {

    /** The names of the jobs. */
    static final List<String> JOBS = List.of("ingest", "lake", "customer");

    private final Path file;
    private final Values values;

    private SettingsFile(Path file, Values values) {
        this.file = file;
        this.values = values;
    }

    /** The file that the arguments of a program name; environment variables of this process stand for themselves in it. */
    public static SettingsFile named(String[] arguments) {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Give one argument, the settings file, and not " + arguments.length
                    + ": deploy/flink/quanyu.properties is one to copy");
        }
        return read(Path.of(arguments[0]), System.getenv());
    }

    static SettingsFile read(Path file, Map<String, String> environment) {
        return new SettingsFile(file, new Values(PropertyLines.read(file, environment)));
    }

    /** Settings of the job of this name. */
    public JobSettings job(String name) {
        return told(
                () -> new JobSettings(kafka(), lake(), flink(name), values.choice(Key.CLOCK_TIME, ClockTime.class)));
    }

    /** Folder of the tenants' keys, with which phones are hashed. Every TaskManager reads it, so all of them must see the same. */
    public Path tenantKeys() {
        return told(() -> {
            Path folder = Path.of(values.text(Key.TENANT_KEYS));
            if (!folder.isAbsolute()) {
                throw new IllegalArgumentException(Key.TENANT_KEYS.text() + " is \"" + folder
                        + "\": give an absolute path, the same on every TaskManager");
            }
            return folder;
        });
    }

    private KafkaSettings kafka() {
        return new KafkaSettings(values.text(Key.KAFKA), values.family(Key.Family.KAFKA_CLIENT));
    }

    private LakeSettings lake() {
        return new LakeSettings(catalog(), values.text(Key.WAREHOUSE), files(), writers());
    }

    private CatalogSettings catalog() {
        CatalogSettings.Type type = values.choice(Key.CATALOG_TYPE, CatalogSettings.Type.class);
        Map<String, String> properties = values.family(Key.Family.CATALOG_PROPERTY);
        putIfGiven(properties, "jdbc.user", values.optional(Key.CATALOG_USER));
        putIfGiven(properties, "jdbc.password", values.optional(Key.CATALOG_PASSWORD));
        return new CatalogSettings(type, values.text(Key.CATALOG_URI), properties);
    }

    private FileSettings files() {
        return switch (values.choice(Key.FILES, FileSettings.Kind.class)) {
            case LOCAL -> FileSettings.local();
            case CATALOG -> FileSettings.ofCatalog();
            case S3 -> FileSettings.of(new FileSettings.S3(
                    values.optional(Key.S3_ENDPOINT),
                    values.optional(Key.S3_REGION),
                    values.yes(Key.S3_PATH_STYLE),
                    values.optional(Key.S3_ACCESS_KEY_ID),
                    values.optional(Key.S3_SECRET_ACCESS_KEY)));
        };
    }

    private WriterSettings writers() {
        var byTable = new HashMap<String, Integer>();
        values.family(Key.Family.TABLE_WRITERS)
                .forEach((table, text) -> byTable.put(table, Values.number("lake.writers." + table, text, "")));
        return new WriterSettings(Values.number(Key.WRITERS.text(), values.text(Key.WRITERS), ""), byTable);
    }

    private FlinkSettings flink(String job) {
        String state = values.unlessOfCluster(Key.STATE_BACKEND);
        String restarts = values.text(Key.RESTARTS);
        return new FlinkSettings(
                parallelism(job),
                state == null ? null : Values.choice(Key.STATE_BACKEND.text(), state, StateBackend.class),
                new CheckpointSettings(
                        values.unlessOfCluster(Key.CHECKPOINT_FOLDER), values.duration(Key.CHECKPOINT_INTERVAL)),
                restarts.equals("endless")
                        ? FlinkSettings.ENDLESS
                        : Values.number(Key.RESTARTS.text(), restarts, " or endless"));
    }

    private @Nullable Integer parallelism(String job) {
        Map<String, String> byJob = new TreeMap<>(values.family(Key.Family.JOB_PARALLELISM));
        String key = byJob.containsKey(job) ? Key.PARALLELISM.text() + "." + job : Key.PARALLELISM.text();
        String text = byJob.getOrDefault(job, values.text(Key.PARALLELISM));
        return text.equals("cluster") ? null : Integer.valueOf(Values.number(key, text, " or cluster"));
    }

    private <T> T told(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(wrong.getMessage() + " (" + file + ")", wrong);
        }
    }

    private static void putIfGiven(Map<String, String> properties, String key, @Nullable String value) {
        if (value != null) {
            properties.put(key, value);
        }
    }
}
