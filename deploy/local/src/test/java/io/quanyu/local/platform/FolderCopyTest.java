package io.quanyu.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCopyTest {

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void fill() throws IOException {
        for (String file : List.of("catalog.db", "lake/dwd/t/data.parquet", "keys/tea.key", "lock", "logs/kafka.log")) {
            Path path = folder.resolve("data").resolve(file);
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file);
        }
        Files.setPosixFilePermissions(
                folder.resolve("data/keys/tea.key"), PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void hasWhatThePlatformCannotMakeAnewWithItsPermissionsAndTimes() throws IOException {
        copyTo("copy");

        assertThat(folder.resolve("copy/lake/dwd/t/data.parquet")).hasContent("lake/dwd/t/data.parquet");
        assertThat(Files.getPosixFilePermissions(folder.resolve("copy/keys/tea.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getLastModifiedTime(folder.resolve("copy/catalog.db")).toMillis())
                .isEqualTo(Files.getLastModifiedTime(folder.resolve("data/catalog.db"))
                        .toMillis());
        assertThat(folder.resolve("copy/lock")).doesNotExist();
        assertThat(folder.resolve("copy/logs")).doesNotExist();
        assertThat(folder.resolve("copy.partial")).doesNotExist();
        assertThat(said).last().asString().startsWith("Copied").contains("copy");
    }

    @Test
    void refusesAFolderThatIsNotEmptyOneInItselfAndOneThatIsNoPlatforms() throws IOException {
        Files.createDirectories(folder.resolve("full/other"));

        assertThatThrownBy(() -> copyTo("full")).isInstanceOf(StartFailed.class).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> copyTo("data/copy")).hasMessageContaining("lies in");
        assertThatThrownBy(() -> FolderCopy.copy(
                        new PlatformFolder(folder.resolve("full")),
                        new PlatformFolder(folder.resolve("new")),
                        said::add))
                .hasMessageContaining("no data folder of a platform");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void whatWasBrokenOffIsMadeWhole() throws IOException {
        Files.createDirectories(folder.resolve("copy.partial/lake"));
        Files.writeString(folder.resolve("copy.partial/catalog.db"), "half");

        copyTo("copy");

        assertThat(folder.resolve("copy/catalog.db")).hasContent("catalog.db");
    }

    private void copyTo(String name) {
        FolderCopy.copy(
                new PlatformFolder(folder.resolve("data")), new PlatformFolder(folder.resolve(name)), said::add);
    }
}
