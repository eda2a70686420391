package io.quanyu.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFormTest {

    @TempDir
    Path root;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = root.resolve("form.json");
    }

    @Test
    void aFolderFromBeforeThereWereFormsIsTaken() throws IOException {
        DataForm.claim(new PlatformFolder(root));
        DataForm.claim(new PlatformFolder(root));

        assertThat(Files.readString(file)).isEqualTo("{\"form\":1,\"build\":\"0.1.0\"}");
    }

    @Test
    void dataOfANewerBuildAreRefusedWithVersionsAndTheWayBack() throws IOException {
        String newer = "{\"form\":2,\"build\":\"0.9.0\"}";
        Files.writeString(file, newer);

        assertThatThrownBy(() -> DataForm.claim(new PlatformFolder(root)))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("Quanyu 0.9.0 (form 2)")
                .hasMessageContaining("Quanyu 0.1.0, which knows forms up to 1")
                .hasMessageContaining("go on with that build");
        assertThat(Files.readString(file)).isEqualTo(newer);
    }
}
