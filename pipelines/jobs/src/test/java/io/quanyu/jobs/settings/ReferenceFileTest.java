package io.quanyu.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.jobs.CustomerApplication;
import io.quanyu.jobs.ingest.IngestJob;
import io.quanyu.jobs.lake.LakeJob;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings file that users copy is the documentation of all keys: it says each, in words and with its default. */
class ReferenceFileTest {

    private static final Path REFERENCE = Path.of("../../deploy/flink/quanyu.properties");

    @TempDir
    Path folder;

    @Test
    void itHasEveryKeyAndTheDefaults() throws IOException {
        var reference = new Properties();
        reference.load(new StringReader(Files.readString(REFERENCE)));

        assertThat(reference.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Key.values()).map(Key::text).toList());
        for (Key key : Key.values()) {
            key.fallback().ifPresent(fallback -> assertThat(reference.getProperty(key.text()))
                    .as(key.text())
                    .isEqualTo(fallback));
        }
    }

    @Test
    void itMeansTheSameAsAFileWithWhatHasNoDefaultAlone() throws IOException {
        List<String> required = Arrays.stream(Key.values())
                .filter(key -> key.fallback().isEmpty())
                .map(Key::text)
                .toList();
        List<String> lines = Files.readAllLines(REFERENCE).stream()
                .filter(line -> required.stream().anyMatch(key -> line.startsWith(key + "=")))
                .toList();
        Path shortest = Files.write(folder.resolve("shortest.properties"), lines);

        SettingsFile reference = SettingsFile.read(REFERENCE, Map.of());
        SettingsFile same = SettingsFile.read(shortest, Map.of());

        for (String job : SettingsFile.JOBS) {
            assertThat(reference.job(job)).isEqualTo(same.job(job));
        }
        assertThat(reference.tenantKeys()).isEqualTo(same.tenantKeys());
    }

    @Test
    void itSaysWhatEachKeyMeans() throws IOException {
        List<String> lines = Files.readAllLines(REFERENCE);
        Stream<String> keys = Stream.concat(
                Arrays.stream(Key.values()).map(key -> key.text() + "="),
                Arrays.stream(Key.Family.values()).map(family -> "#" + family.prefix()));

        assertThat(keys).allSatisfy(key -> assertThat(IntStream.range(1, lines.size())
                        .filter(line -> lines.get(line).startsWith(key)))
                .as(key)
                .isNotEmpty()
                .first()
                .satisfies(line -> assertThat(lines.get(line - 1)).startsWith("# ")));
    }

    @Test
    void parallelismIsSetForEachJobThatThereIs() {
        assertThat(SettingsFile.JOBS).containsExactly(IngestJob.NAME, LakeJob.NAME, CustomerApplication.NAME);
    }
}
