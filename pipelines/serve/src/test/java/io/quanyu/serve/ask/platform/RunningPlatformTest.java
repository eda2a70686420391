package io.quanyu.serve.ask.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPlatformTest {

    @TempDir
    Path dataFolder;

    @Test
    void whatThePlatformWritesOthersRead() {
        var platform = new RunningPlatform(
                ProcessHandle.current().pid(),
                "127.0.0.1:9092",
                "https://127.0.0.1:8080",
                "http://127.0.0.1:8081",
                new Passwords(dataFolder.resolve("passwords")));

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
        new RunningPlatform(
                        Long.MAX_VALUE,
                        "127.0.0.1:1",
                        "https://127.0.0.1:2",
                        "http://127.0.0.1:3",
                        new Passwords(dataFolder))
                .write(dataFolder);

        assertThatThrownBy(() -> RunningPlatform.read(dataFolder))
                .isInstanceOf(PlatformUnreachable.class)
                .hasMessageContaining("is gone");
    }

    @Test
    void aPlatformOfAnOlderBuildIsToBeRestarted() throws Exception {
        Files.writeString(
                dataFolder.resolve(RunningPlatform.FILE),
                "{\"pid\": 1, \"kafka\": \"127.0.0.1:1\", \"trino\": \"http://127.0.0.1:2\", \"flink\": \"http://127.0.0.1:3\"}");

        assertThatThrownBy(() -> RunningPlatform.read(dataFolder))
                .isInstanceOf(PlatformUnreachable.class)
                .hasMessageContaining("older build")
                .hasMessageContaining("./quanyu down");
    }

    @Test
    void aPasswordThatCannotBeReadNamesItsFile() {
        var platform = new RunningPlatform(1, "k", "https://127.0.0.1:2", "f", new Passwords(dataFolder));

        assertThatThrownBy(platform::connect)
                .isInstanceOf(PlatformUnreachable.class)
                .hasMessageContaining(dataFolder.resolve("quanyu").toString());
    }
}
