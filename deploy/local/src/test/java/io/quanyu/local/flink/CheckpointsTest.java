package io.quanyu.local.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    @TempDir
    Path folder;

    @Test
    void aJobThatNeverSavedItselfHasNone() {
        assertThat(new Checkpoints(folder.resolve("lake")).newest()).isEmpty();
    }

    @Test
    void theNewestIsTheLastWrittenOfAllRuns() throws IOException {
        complete("run-a/chk-41", "2026-09-01T10:00:00Z");
        Path newest = complete("run-b/chk-7", "2026-09-01T11:00:00Z");

        assertThat(new Checkpoints(folder).newest()).contains(newest);
    }

    @Test
    void oneWithoutMetadataIsNotComplete() throws IOException {
        Path complete = complete("run-a/chk-1", "2026-09-01T10:00:00Z");
        Files.createDirectories(folder.resolve("run-a/chk-2"));

        assertThat(new Checkpoints(folder).newest()).contains(complete);
    }

    @Test
    void onlyTheRunThatIsResumedStays() throws IOException {
        complete("run-a/chk-41", "2026-09-01T10:00:00Z");
        Path kept = complete("run-b/chk-7", "2026-09-01T11:00:00Z");

        new Checkpoints(folder).deleteAllBut(kept);

        assertThat(folder.resolve("run-a")).doesNotExist();
        assertThat(kept.resolve("_metadata")).exists();
    }

    private Path complete(String name, String writtenAt) throws IOException {
        Path checkpoint = folder.resolve(name);
        Files.createDirectories(checkpoint);
        Path metadata = Files.writeString(checkpoint.resolve("_metadata"), "state");
        Files.setLastModifiedTime(metadata, FileTime.from(Instant.parse(writtenAt)));
        return checkpoint;
    }
}
