package io.quanyu.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.ingest.file.Cut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No source is added by half. */
class SourcesTest {

    private static final Path FOLDERS = Path.of("src/main/java/io/quanyu/ingest/source");
    private static final Path README = Path.of("../../README.md");

    static List<Platform> platforms() {
        return Sources.platforms();
    }

    @Test
    void everyFolderIsAPlatformThatIsFound() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            assertThat(Sources.platforms())
                    .extracting(platform -> platform.getClass().getPackageName())
                    .containsExactlyInAnyOrderElementsOf(
                            folders.map(folder -> "io.quanyu.ingest.source." + folder.getFileName())
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void aPlatformHasAChineseNameAndGivesItsOwnToItsSources(Platform platform) {
        assertThat(platform.chineseName()).matches("\\p{IsHan}+");
        assertThat(platform.sources()).isNotEmpty().extracting(Source::name).allSatisfy(name -> assertThat(name + "-")
                .startsWith(platform.name() + "-"));
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void aSourceHasSamplesAndEachSampleItsGoldenFile(Platform platform) {
        for (Source source : platform.sources()) {
            List<Sample> samples = Sample.of(platform, source).toList();
            assertThat(samples)
                    .as("%s/samples/%s-01.*", Sample.folder(platform), source.name())
                    .isNotEmpty()
                    .extracting(Sample::golden)
                    .allSatisfy(golden -> assertThat(golden).isRegularFile());
        }
    }

    /** An event says where it is from: under the name that its platform has here. */
    @ParameterizedTest
    @MethodSource("platforms")
    void theEventsOfAPlatformCarryItsName(Platform platform) throws IOException {
        Set<String> said = new TreeSet<>();
        Pattern saying = Pattern.compile("\"platform\"\\s*:\\s*\"([^\"]*)\"");
        for (Source source : platform.sources()) {
            for (Sample sample : Sample.of(platform, source).toList()) {
                saying.matcher(Files.readString(sample.golden())).results().forEach(hit -> said.add(hit.group(1)));
            }
        }
        assertThat(said).containsExactly(platform.name());
    }

    @Test
    void theReadmeNamesEachSourceAndNoOther() throws IOException {
        String list = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("Sources so far: "))
                .collect(Collectors.joining());
        Set<String> named = Pattern.compile("`([^`<]+)`")
                .matcher(list.replaceAll("(?<=`)\\..*", ""))
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(Sources.all().keySet());
    }

    @Test
    void twoSourcesOfOneNameAreRefused() {
        Platform platform = Sources.platforms().get(0);

        assertThatThrownBy(() -> Sources.of(List.of(platform, platform)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(platform.sources().get(0).name())
                .hasMessageContaining(platform.getClass().getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No Source", "wecom_chat", "wecom--chat", "-chat", "微信"})
    void aNameThatIsNoPartOfATopicIsRefused(String name) {
        assertThatThrownBy(() -> new Source(name, Cut.LINES, phones -> (delivery, findings) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\"");
    }
}
