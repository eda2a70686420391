package io.quanyu.local.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.OperatorStreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
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

        assertThat(new Checkpoints(folder).newest())
                .contains(new Checkpoint(newest))
                .hasValueSatisfying(checkpoint -> assertThat(checkpoint.run()).isEqualTo("run-b"))
                .hasValueSatisfying(
                        checkpoint -> assertThat(checkpoint.number()).isEqualTo(7));
        assertThat(new Checkpoints(folder).flaws()).isEmpty();
    }

    @Test
    void whereTheNewestIsBrokenItIsTheOneBeforeIt() throws IOException {
        complete("run-a/chk-41", "2026-09-01T10:00:00Z");
        Path before = complete("run-b/chk-6", "2026-09-01T11:00:00Z");
        Path broken = complete("run-b/chk-7", "2026-09-01T11:01:00Z");
        Path newest = complete("run-c/chk-1", "2026-09-01T11:02:00Z");
        cut(broken);
        cut(newest);

        Checkpoints checkpoints = new Checkpoints(folder);

        assertThat(checkpoints.newest()).contains(new Checkpoint(before));
        assertThat(checkpoints.runsAfter(new Checkpoint(before))).containsExactly("run-c");
        assertThat(checkpoints.flaws())
                .hasSize(2)
                .first()
                .asString()
                .contains(newest.resolve("_metadata").toString(), "EOFException");
    }

    @Test
    void oneWhoseStateIsCutIsBroken() throws IOException {
        Files.createDirectories(folder.resolve("run-a/chk-1"));
        Path state = Files.write(folder.resolve("run-a/chk-1/state"), new byte[10]);
        Path checkpoint = complete("run-a/chk-1", "2026-09-01T10:00:00Z", operatorWith(state, 10));
        assertThat(new Checkpoint(checkpoint).flaw()).isEmpty();

        Files.write(state, new byte[9]);

        assertThat(new Checkpoint(checkpoint).flaw()).contains(state + " has 9 bytes and should have 10");
        Files.delete(state);
        assertThat(new Checkpoint(checkpoint).flaw())
                .hasValueSatisfying(flaw -> assertThat(flaw).startsWith(state + " cannot be read"));
    }

    /** It would be read at the original of a folder that was copied. */
    @Test
    void oneWhoseStateLiesElsewhereIsBroken() throws IOException {
        Path state = Files.write(folder.resolve("state"), new byte[10]);

        Path checkpoint = complete("run-a/chk-1", "2026-09-01T10:00:00Z", operatorWith(state, 10));

        assertThat(new Checkpoint(checkpoint).flaw()).contains(state + " lies outside of " + checkpoint);
    }

    @Test
    void oneWithoutMetadataIsNotComplete() throws IOException {
        Path complete = complete("run-a/chk-1", "2026-09-01T10:00:00Z");
        Files.createDirectories(folder.resolve("run-a/chk-2"));

        assertThat(new Checkpoints(folder).newest()).contains(new Checkpoint(complete));
    }

    @Test
    void onlyTheRunsThatAreNamedStay() throws IOException {
        complete("run-a/chk-41", "2026-09-01T10:00:00Z");
        Path kept = complete("run-b/chk-7", "2026-09-01T11:00:00Z");

        new Checkpoints(folder).deleteAllBut(Set.of("run-b", "run-c"));

        assertThat(folder.resolve("run-a")).doesNotExist();
        assertThat(kept.resolve("_metadata")).exists();
    }

    private Path complete(String name, String writtenAt) throws IOException {
        return complete(name, writtenAt, List.of());
    }

    private Path complete(String name, String writtenAt, List<OperatorState> states) throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve(name));
        Path metadata = checkpoint.resolve("_metadata");
        try (var out = new DataOutputStream(Files.newOutputStream(metadata))) {
            org.apache.flink.runtime.checkpoint.Checkpoints.storeCheckpointMetadata(
                    new CheckpointMetadata(1, states, List.of()), out);
        }
        Files.setLastModifiedTime(metadata, FileTime.from(Instant.parse(writtenAt)));
        return checkpoint;
    }

    private static List<OperatorState> operatorWith(Path state, long bytes) {
        var handle = new OperatorStreamStateHandle(
                Map.of(), new FileStateHandle(new org.apache.flink.core.fs.Path(state.toUri()), bytes));
        var operator = new OperatorState(null, null, new OperatorID(1, 1), 1, 1);
        operator.putState(
                0,
                OperatorSubtaskState.builder().setManagedOperatorState(handle).build());
        return List.of(operator);
    }

    private static void cut(Path checkpoint) throws IOException {
        FileTime written = Files.getLastModifiedTime(checkpoint.resolve("_metadata"));
        Files.write(checkpoint.resolve("_metadata"), new byte[] {1, 2});
        Files.setLastModifiedTime(checkpoint.resolve("_metadata"), written);
    }
}
