package io.quanyu.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    private static final WorldFile FALLBACK = new WorldFile(1, 1000, false);

    @TempDir
    Path folder;

    @Test
    void anEmptyFolderTakesTheWorldThatIsAskedFor() {
        assertThat(DemoFolder.choose(folder, 7L, null, FALLBACK)).isEqualTo(new WorldFile(7, 1000, false));
    }

    @Test
    void aFolderRemembersItsWorld() {
        var held = new WorldFile(7, 80, true);
        held.write(folder);

        assertThat(DemoFolder.choose(folder, null, null, FALLBACK)).isEqualTo(held);
        assertThat(DemoFolder.choose(folder, 7L, 80, FALLBACK)).isEqualTo(held);
    }

    @Test
    void anotherWorldThanTheHeldOneIsRefused() {
        new WorldFile(7, 80, false).write(folder);

        assertThatThrownBy(() -> DemoFolder.choose(folder, 8L, null, FALLBACK))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("seed 7 with 80 people")
                .hasMessageContaining("--fresh");
    }

    @Test
    void aPlatformThatIsNoDemoIsLeftAlone() throws IOException {
        Path kafka = Files.createDirectories(folder.resolve("kafka"));

        assertThatThrownBy(() -> DemoFolder.choose(folder, null, null, FALLBACK))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("--data DIR");
        DemoFolder.clear(folder);
        assertThat(kafka).exists();
    }

    @Test
    void clearingLeavesWhatIsNotOurs() throws IOException {
        new WorldFile(7, 80, true).write(folder);
        Files.createDirectories(folder.resolve("kafka/log"));
        Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");

        DemoFolder.clear(folder);

        assertThat(folder).isDirectoryContaining(path -> path.equals(notes));
        assertThat(folder.resolve("kafka")).doesNotExist();
        assertThat(WorldFile.in(folder)).isEmpty();
    }
}
