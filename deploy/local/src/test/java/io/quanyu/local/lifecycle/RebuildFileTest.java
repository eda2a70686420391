package io.quanyu.local.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildFileTest {

    @TempDir
    Path root;

    @Test
    void goesOnUntilItFailsAndAgainWhenItIsAskedFor() {
        var data = new PlatformFolder(root);
        assertThat(RebuildFile.goingOn(data)).isEmpty();

        RebuildFile begun = RebuildFile.asked("why", 4).begun(2).at(10, 30);
        begun.write(data);
        assertThat(RebuildFile.goingOn(data)).contains(new RebuildFile(2, "why", 4, 10, 30, null));

        begun.failed("its job ended").write(data);
        assertThat(RebuildFile.goingOn(data)).isEmpty();
        assertThat(RebuildFile.in(data)).contains(new RebuildFile(2, "why", 4, 10, 30, "its job ended"));

        RebuildFile.in(data).orElseThrow().again().write(data);
        assertThat(RebuildFile.goingOn(data)).contains(begun);

        RebuildFile.delete(data);
        assertThat(RebuildFile.in(data)).isEmpty();
    }

    @Test
    void aFileThatIsNoneSaysWhatToDo() throws IOException {
        Files.writeString(root.resolve("rebuild.json"), "{");

        assertThatThrownBy(() -> RebuildFile.in(new PlatformFolder(root)))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("rebuild.json is not readable: delete it");
    }
}
