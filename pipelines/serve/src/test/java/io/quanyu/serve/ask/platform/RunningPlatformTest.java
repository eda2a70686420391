package io.quanyu.serve.ask.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPlatformTest {

    @TempDir
    Path dataFolder;

    @Test
    void whatThePlatformWritesOthersRead() {
        var platform = new RunningPlatform(
                ProcessHandle.current().pid(), "127.0.0.1:9092", "http://127.0.0.1:8080", "http://127.0.0.1:8081");

        platform.write(dataFolder);

        assertThat(RunningPlatform.read(dataFolder)).isEqualTo(platform);
    }

    @Test
    void aFolderWithoutAPlatformSaysHowToStartOne() {
        assertThatThrownBy(() -> RunningPlatform.read(dataFolder))
                .isInstanceOf(PlatformUnreachable.class)
                .hasMessageContaining(dataFolder.toString())
                .hasMessageContaining("./quanyu up");
    }

    @Test
    void aPlatformThatWasKilledIsNotRunning() {
        new RunningPlatform(Long.MAX_VALUE, "127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3")
                .write(dataFolder);

        assertThatThrownBy(() -> RunningPlatform.read(dataFolder))
                .isInstanceOf(PlatformUnreachable.class)
                .hasMessageContaining("is gone");
    }
}
