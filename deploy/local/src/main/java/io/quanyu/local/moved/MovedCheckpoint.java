package io.quanyu.local.moved;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.StateObjectCollection;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.OperatorStreamStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.apache.flink.runtime.state.memory.ByteStreamStateHandle;

/** A checkpoint of a job that keeps its state in memory: its metadata name the files of state beside them by absolute places. */
final class MovedCheckpoint {

    private static final String METADATA = "_metadata";

    /** Where the checkpoint is now. */
    private final Path folder;

    private MovedCheckpoint(Path folder) {
        this.folder = folder;
    }

    /** Makes the metadata of all checkpoints below a folder name the files beside them. */
    static void settleAllIn(Path checkpoints) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(checkpoints)) {
            all = files.filter(file -> file.endsWith(METADATA)).toList();
        }
        for (Path metadata : all) {
            new MovedCheckpoint(metadata.resolveSibling("")).settle(metadata);
        }
    }

    private void settle(Path metadata) throws IOException {
        CheckpointMetadata named;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(metadata)))) {
            named = Checkpoints.loadCheckpointMetadata(in, getClass().getClassLoader(), folder.toString());
        }
        List<OperatorState> operators = new ArrayList<>();
        for (OperatorState operator : named.getOperatorStates()) {
            operators.add(settled(operator));
        }
        Path draft = metadata.resolveSibling(METADATA + ".moved");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
            Checkpoints.storeCheckpointMetadata(
                    new CheckpointMetadata(
                            named.getCheckpointId(),
                            operators,
                            named.getMasterStates(),
                            named.getCheckpointProperties()),
                    out);
        }
        Files.setLastModifiedTime(draft, Files.getLastModifiedTime(metadata));
        Files.move(draft, metadata, StandardCopyOption.ATOMIC_MOVE);
    }

    private OperatorState settled(OperatorState operator) throws IOException {
        if (operator.isFullyFinished()) {
            return operator;
        }
        for (var subtask : List.copyOf(operator.getSubtaskStates().entrySet())) {
            operator.putState(subtask.getKey(), settled(subtask.getValue()));
        }
        return operator;
    }

    private OperatorSubtaskState settled(OperatorSubtaskState state) throws IOException {
        requireNone(state.getRawKeyedState());
        requireNone(state.getInputChannelState());
        requireNone(state.getResultSubpartitionState());
        return state.toBuilder()
                .setManagedKeyedState(keyed(state.getManagedKeyedState()))
                .setManagedOperatorState(ofOperator(state.getManagedOperatorState()))
                .setRawOperatorState(ofOperator(state.getRawOperatorState()))
                .build();
    }

    private static void requireNone(StateObjectCollection<?> states) throws IOException {
        if (!states.isEmpty()) {
            throw unknown(states.iterator().next());
        }
    }

    private StateObjectCollection<KeyedStateHandle> keyed(StateObjectCollection<KeyedStateHandle> states)
            throws IOException {
        List<KeyedStateHandle> settled = new ArrayList<>();
        for (KeyedStateHandle state : states) {
            if (state.getClass() != KeyGroupsStateHandle.class) {
                throw unknown(state);
            }
            var groups = (KeyGroupsStateHandle) state;
            settled.add(KeyGroupsStateHandle.restore(
                    groups.getGroupRangeOffsets(),
                    settled(groups.getDelegateStateHandle()),
                    groups.getStateHandleId()));
        }
        return new StateObjectCollection<>(settled);
    }

    private StateObjectCollection<OperatorStateHandle> ofOperator(StateObjectCollection<OperatorStateHandle> states)
            throws IOException {
        List<OperatorStateHandle> settled = new ArrayList<>();
        for (OperatorStateHandle state : states) {
            if (state.getClass() != OperatorStreamStateHandle.class) {
                throw unknown(state);
            }
            settled.add(new OperatorStreamStateHandle(
                    state.getStateNameToPartitionOffsets(), settled(state.getDelegateStateHandle())));
        }
        return new StateObjectCollection<>(settled);
    }

    private StreamStateHandle settled(StreamStateHandle state) throws IOException {
        if (state instanceof ByteStreamStateHandle) {
            return state;
        }
        if (state.getClass() != FileStateHandle.class) {
            throw unknown(state);
        }
        var file = (FileStateHandle) state;
        Path here = MovedFolder.required(folder.resolve(file.getFilePath().getName()));
        return new FileStateHandle(new org.apache.flink.core.fs.Path(here.toUri()), file.getStateSize());
    }

    private static IOException unknown(StateObject state) {
        return new IOException("its checkpoints hold a " + state.getClass().getSimpleName()
                + ", which no job of an embedded platform writes");
    }
}
