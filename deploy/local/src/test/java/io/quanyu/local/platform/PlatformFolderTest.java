package io.quanyu.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformFolderTest {

    @TempDir
    Path root;

    @Test
    void saysHowMuchAFullDiskLacks() {
        assertThatThrownBy(() -> new PlatformFolder(root).prepare(Long.MAX_VALUE))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("is full")
                .hasMessageContaining("--data");
    }

    @Test
    void leavesNothingOfItsWriteTest() throws IOException {
        new PlatformFolder(root).prepare(0);

        try (var files = Files.list(root)) {
            assertThat(files).allMatch(Files::isDirectory);
        }
    }

    @Test
    void timeIsVirtualWhileADemoIsUnfinished() throws IOException {
        PlatformFolder folder = new PlatformFolder(root);
        assertThat(folder.hasVirtualClock()).isFalse();

        Files.writeString(folder.clockFile(), "virtual\n");
        assertThat(folder.hasVirtualClock()).isTrue();
    }

    @Test
    void onlyOneCanHoldIt() {
        PlatformFolder folder = new PlatformFolder(root);
        try (FolderLock held = FolderLock.take(folder)) {
            assertThat(FolderLock.holder(folder))
                    .hasValue(ProcessHandle.current().pid());
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        assertThat(FolderLock.holder(folder)).isEmpty();
    }

    @Test
    void jobsWithStateElsewhereDoNotStartOver() throws IOException {
        PlatformFolder folder = new PlatformFolder(root);
        folder.prepare(0);
        folder.requireNoneIn(folder.checkpoints(), "in one process: start it without --flink-cluster");
        folder.requireNoneIn(folder.clusterCheckpoints(), "on a Flink of its own");

        Files.writeString(folder.checkpoints().resolve("_metadata"), "state");

        assertThatThrownBy(() ->
                        folder.requireNoneIn(folder.checkpoints(), "in one process: start it without --flink-cluster"))
                .isInstanceOf(StartFailed.class)
                .hasMessage("The jobs of " + folder.root() + " have run in one process: start it without"
                        + " --flink-cluster, or choose another folder with --data DIR");
    }

    @Test
    void closesAFolderThatWasOpenToOthers() throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));

        new PlatformFolder(root).prepare(0);

        assertThat(List.of(root, root.resolve("keys"), root.resolve("lake"), root.resolve("passwords")))
                .allSatisfy(closed -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)))
                        .isEqualTo("rwx------"));
    }
}
