package io.quanyu.local.flink;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;

/**
 * A complete checkpoint.
 *
 * @param path its folder, {@code <job id>/chk-<n>}
 */
public record Checkpoint(Path path) {

    static final String METADATA = "_metadata";

    private static final String PREFIX = "chk-";

    /** Id of the job in the run that took it. */
    String run() {
        return path.getParent().getFileName().toString();
    }

    /** Counts up within a run. */
    long number() {
        return Long.parseLong(path.getFileName().toString().substring(PREFIX.length()));
    }

    /** What keeps a job from resuming from it: the file and the cause; empty if nothing does. */
    Optional<String> flaw() {
        Path metadata = path.resolve(METADATA);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
            CheckpointMetadata read = org.apache.flink.runtime.checkpoint.Checkpoints.loadCheckpointMetadata(
                    in, Checkpoint.class.getClassLoader(), path.toString());
            return files(read).flatMap(file -> flawOf(file).stream()).findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.of(metadata + " cannot be read (" + e + ")");
        }
    }

    /** Files of state lie beside the metadata that name them, so that a checkpoint can be moved as it is. */
    private Optional<String> flawOf(FileStateHandle state) {
        Path file = Path.of(state.getFilePath().getPath());
        if (!file.startsWith(path)) {
            return Optional.of(file + " lies outside of " + path);
        }
        try {
            long bytes = Files.size(file);
            return bytes == state.getStateSize()
                    ? Optional.empty()
                    : Optional.of(file + " has " + bytes + " bytes and should have " + state.getStateSize());
        } catch (IOException e) {
            return Optional.of(file + " cannot be read (" + e + ")");
        }
    }

    private static Stream<FileStateHandle> files(CheckpointMetadata metadata) {
        return metadata.getOperatorStates().stream()
                .flatMap(operator -> operator.getStates().stream())
                .flatMap(Checkpoint::states)
                .map(Checkpoint::stored)
                .filter(FileStateHandle.class::isInstance)
                .map(FileStateHandle.class::cast);
    }

    private static Stream<StateObject> states(OperatorSubtaskState task) {
        List<Collection<? extends StateObject>> states = List.of(
                task.getManagedOperatorState(),
                task.getRawOperatorState(),
                task.getManagedKeyedState(),
                task.getRawKeyedState());
        return states.stream().flatMap(Collection::stream);
    }

    private static StateObject stored(StateObject state) {
        if (state instanceof KeyGroupsStateHandle keyed) {
            return keyed.getDelegateStateHandle();
        }
        return state instanceof OperatorStateHandle operator ? operator.getDelegateStateHandle() : state;
    }
}
