package io.quanyu.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.apache.flink.util.OutputTag;

/**
 * An operator with what it took before its state was frozen, and what it takes afterwards.
 *
 * @param uid of the operator, and name of the folder of its states: {@code <n>.bin} is the n-th, {@code <n>.then} what the
 *     operator says next
 * @param sides what else it says
 */
public record Frozen<H extends AbstractStreamOperatorTestHarness<?>>(
        String uid, Opened<H> operator, Taken<H> before, Taken<H> after, List<OutputTag<?>> sides) {

    private static final Path STATES = Path.of("src/test/resources/state");

    public Frozen(String uid, Opened<H> operator, Taken<H> before, Taken<H> after) {
        this(uid, operator, before, after, List.of());
    }

    /** The operator, not opened yet. */
    public interface Opened<H> {
        H open() throws Exception;
    }

    /** What an operator takes. */
    public interface Taken<H> {
        void by(H operator) throws Exception;
    }

    /** What it says next after a frozen state. */
    String resume(Path state) throws Exception {
        try (H harness = operator.open()) {
            harness.initializeState(OperatorSnapshotUtil.readStateHandle(state.toString()));
            harness.open();
            after.by(harness);
            return said(harness);
        }
    }

    static Path then(Path state) {
        return Path.of(state.toString().replace(".bin", ".then"));
    }

    /** Writes its state, in the form of today. */
    void write(Path state) throws Exception {
        try (H harness = operator.open()) {
            harness.open();
            before.by(harness);
            OperatorSnapshotUtil.writeStateHandle(harness.snapshot(1, 1), state.toString());
        }
    }

    /** Adds one to its frozen states. */
    void freeze() throws Exception {
        Path state = Files.createDirectories(STATES.resolve(uid)).resolve(files().size() + 1 + ".bin");
        write(state);
        Files.writeString(then(state), resume(state) + "\n");
    }

    @Override
    public String toString() {
        return uid;
    }

    /** Its frozen states, oldest first. */
    List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(STATES.resolve(uid))) {
            return files.filter(file -> file.toString().endsWith(".bin"))
                    .sorted()
                    .toList();
        }
    }

    private String said(H harness) {
        List<Object> said = new ArrayList<>(harness.extractOutputValues());
        for (OutputTag<?> side : sides) {
            var values = harness.getSideOutput(side);
            if (values != null) {
                values.stream().map(StreamRecord::getValue).forEach(said::add);
            }
        }
        return said.toString();
    }
}
