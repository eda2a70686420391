package io.quanyu.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

    private static final String REQUIRED =
            """
            kafka.bootstrap-servers=127.0.0.1:9092
            lake.catalog.uri=jdbc:sqlite:/data/catalog.db
            lake.warehouse=file:///data/lake
            ingest.tenant-keys=/data/keys
            """;

    @TempDir
    Path folder;

    @Test
    void whatHasADefaultNeedNotBeSaid() throws IOException {
        SettingsFile file = file(REQUIRED);

        assertThat(file.job("lake"))
                .isEqualTo(new JobSettings(
                        KafkaSettings.at("127.0.0.1:9092"),
                        LakeSettings.of(
                                CatalogSettings.jdbc("jdbc:sqlite:/data/catalog.db"),
                                "file:///data/lake",
                                FileSettings.local()),
                        FlinkSettings.ofCluster(new CheckpointSettings(null, Duration.ofSeconds(30))),
                        ClockTime.LIVE));
        assertThat(file.tenantKeys()).isEqualTo(Path.of("/data/keys"));
    }

    @Test
    void aFileMaySayEverything() throws IOException {
        SettingsFile file = SettingsFile.read(
                write(
                        """
                        kafka.bootstrap-servers = a:9092, b:9092
                        kafka.client.security.protocol = SSL
                        lake.catalog.uri = jdbc:postgresql://db/lake
                        lake.catalog.user = quanyu
                        lake.catalog.password = ${LAKE_PASSWORD}
                        lake.catalog.property.clients = 4
                        lake.warehouse = s3://bucket/lake
                        lake.files = s3
                        lake.s3.endpoint = http://store:9000
                        lake.s3.region = us-east-1
                        lake.s3.path-style = true
                        lake.s3.access-key-id = id
                        lake.s3.secret-access-key = a${SECRET}z
                        lake.writers = 2
                        lake.writers.dwd.order_changed = 3
                        flink.parallelism = 4
                        flink.parallelism.customer = 8
                        flink.state-backend = rocksdb
                        flink.checkpoints.folder = s3://bucket/checkpoints
                        flink.checkpoints.interval = 1min
                        flink.restarts = 5
                        clock.time = virtual
                        """),
                Map.of("LAKE_PASSWORD", "p$1", "SECRET", "-"));

        assertThat(file.job("customer"))
                .isEqualTo(new JobSettings(
                        new KafkaSettings("a:9092, b:9092", Map.of("security.protocol", "SSL")),
                        new LakeSettings(
                                new CatalogSettings(
                                        CatalogSettings.Type.JDBC,
                                        "jdbc:postgresql://db/lake",
                                        Map.of("jdbc.user", "quanyu", "jdbc.password", "p$1", "clients", "4")),
                                "s3://bucket/lake",
                                FileSettings.of(
                                        new FileSettings.S3("http://store:9000", "us-east-1", true, "id", "a-z")),
                                new WriterSettings(2, Map.of("dwd.order_changed", 3))),
                        new FlinkSettings(
                                8,
                                StateBackend.ROCKSDB,
                                new CheckpointSettings("s3://bucket/checkpoints", Duration.ofMinutes(1)),
                                5),
                        ClockTime.VIRTUAL));
        assertThat(file.job("lake").flink().parallelism()).isEqualTo(4);
    }

    @Test
    void aRestCatalogMayGiveAccessToItsFiles() throws IOException {
        SettingsFile file = file(
                REQUIRED
                        + """
                lake.catalog.type=rest
                lake.catalog.uri=https://lake.example/catalog
                lake.catalog.property.credential=id:secret
                lake.warehouse=quanyu
                lake.files=catalog
                """);

        assertThat(file.job("lake").lake())
                .isEqualTo(LakeSettings.of(
                        new CatalogSettings(
                                CatalogSettings.Type.REST,
                                "https://lake.example/catalog",
                                Map.of("credential", "id:secret")),
                        "quanyu",
                        FileSettings.ofCatalog()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kafka.bootstrap-server=a:1           | There is no setting kafka.bootstrap-server: did you mean kafka.bootstrap-servers?
                    flink.paralelism.lake=2              | There is no setting flink.paralelism.lake: did you mean flink.parallelism.lake?
                    lake.writers.dwd.order_change=2      | There is no setting lake.writers.dwd.order_change: did you mean lake.writers.dwd.order_changed?
                    kafka.clients.acks=all               | There is no setting kafka.clients.acks: did you mean kafka.client.NAME?
                    kafka.bootstrap-servers=             | kafka.bootstrap-servers is empty: give host:port, for example 127.0.0.1:9092
                    kafka.client.group.id=mine           | kafka.client.group.id is decided by the jobs: leave it out
                    lake.catalog.type=hive               | lake.catalog.type is "hive": give jdbc or rest
                    lake.catalog.uri=/data/catalog.db    | lake.catalog.uri of a JDBC catalog begins with jdbc:, for example jdbc:postgresql://host/lake, but is "/data/catalog.db"
                    lake.catalog.password=${NOWHERE}     | lake.catalog.password needs the environment variable NOWHERE, which is not set: set it where the job is submitted
                    lake.warehouse=s3://bucket/lake      | lake.warehouse of LOCAL files begins with file:, but is "s3://bucket/lake": set lake.files, or another folder
                    lake.files=catalog                   | lake.files is "catalog", but a JDBC catalog gives no access to files: give local or s3
                    lake.writers=0                       | lake.writers must be at least 1, but is 0
                    lake.writers=two                     | lake.writers is "two": give a whole number
                    flink.parallelism=0                  | flink.parallelism must be at least 1, but is 0
                    flink.parallelism.lake=all           | flink.parallelism.lake is "all": give a whole number or cluster
                    flink.state-backend=disk             | flink.state-backend is "disk": give heap or rocksdb
                    flink.checkpoints.folder=/data       | flink.checkpoints.folder must be an address that every process reaches, for example file:///data/checkpoints, or cluster, but is "/data"
                    flink.checkpoints.interval=soon      | flink.checkpoints.interval is "soon": give a number and its unit: ms, s, min or h, for example 30s
                    flink.checkpoints.interval=0s        | flink.checkpoints.interval must be positive, but is PT0S
                    kafka.client.max.request.size=9      | kafka.client.max.request.size is decided by the jobs: leave it out
                    clock.time=wall                      | clock.time is "wall": give live or virtual
                    flink.restarts=forever               | flink.restarts is "forever": give a whole number or endless
                    """)
    void whatIsWrongIsToldWithKeyValueAndFile(String line, String told) {
        assertThatThrownBy(() -> file(REQUIRED + line).job("lake"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(told + " (" + folder.resolve("jobs.properties") + ")");
    }

    @Test
    void whatHasNoDefaultMustBeThere() throws IOException {
        SettingsFile file = file("kafka.bootstrap-servers=127.0.0.1:9092");

        assertThatThrownBy(() -> file.job("lake"))
                .hasMessageStartingWith("lake.catalog.uri is missing, and has no default: add it (");
    }

    @Test
    void keysThatOnlyOneMachineWouldFindAreRefused() throws IOException {
        assertThatThrownBy(() -> file(REQUIRED + "ingest.tenant-keys=keys").tenantKeys())
                .hasMessageStartingWith(
                        "ingest.tenant-keys is \"keys\": give an absolute path, the same on every TaskManager (");
    }

    @Test
    void aSecretNeedsItsId() throws IOException {
        SettingsFile file = file(REQUIRED
                + "lake.warehouse=s3://b/l\nlake.files=s3\nlake.s3.secret-access-key=hidden\nlake.s3.region=x");

        assertThatThrownBy(() -> file.job("lake"))
                .hasMessageStartingWith("lake.s3.access-key-id and lake.s3.secret-access-key go together, but only the"
                        + " secret is given (")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> SettingsFile.named(new String[] {"/nowhere/jobs.properties"}))
                .hasMessageStartingWith("Cannot read the settings file /nowhere/jobs.properties");
        assertThatThrownBy(() -> SettingsFile.named(new String[0]))
                .hasMessageStartingWith("Give one argument, the settings file, and not 0");
    }

    @Test
    void noSecretIsPrinted() throws IOException {
        SettingsFile file = file(REQUIRED + "lake.catalog.password=hidden\nkafka.client.sasl.jaas.config=hidden");

        assertThat(file.job("lake").toString()).doesNotContain("hidden");
    }

    private SettingsFile file(String text) throws IOException {
        return SettingsFile.read(write(text), Map.of());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("jobs.properties"), text);
    }
}
