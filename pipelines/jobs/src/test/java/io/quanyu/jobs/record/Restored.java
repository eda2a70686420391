package io.quanyu.jobs.record;

import io.quanyu.jobs.Frozen;
import java.io.DataInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.State;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.KeyedStateFunction;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** An operator of today that was restored, as one task, from a whole checkpoint of an earlier build. */
record Restored(AbstractStreamOperatorTestHarness<?> operator) implements AutoCloseable {

    private static final Path CHECKPOINTS = Path.of("src/test/resources/checkpoint/26b8b19");
    private static final int KEY_GROUPS = 128;

    /**
     * Opens it.
     *
     * @param keys of its state
     */
    static Restored keyed(String job, Stream<Frozen<?>> operators, String uid, TypeInformation<?> keys)
            throws Exception {
        return new Restored(harness(alone(operators, uid), keys)).from(job, uid);
    }

    /** Opens an operator without keys. */
    static Restored unkeyed(String job, Stream<Frozen<?>> operators, String uid) throws Exception {
        return new Restored(new OneInputStreamOperatorTestHarness<>(
                        (OneInputStreamOperator<?, ?>) alone(operators, uid), KEY_GROUPS, 1, 0))
                .from(job, uid);
    }

    /** What every key has in a state. */
    <T> List<T> values(ValueStateDescriptor<T> state) throws Exception {
        List<T> values = new ArrayList<>();
        visit(state, (Object key, ValueState<T> value) -> values.add(value.value()));
        return values;
    }

    /** What all keys have in a state, one after the other. */
    <K, V> List<Map.Entry<K, V>> entries(MapStateDescriptor<K, V> state) throws Exception {
        List<Map.Entry<K, V>> entries = new ArrayList<>();
        visit(state, (Object key, MapState<K, V> map) -> map.entries()
                .forEach(entry -> entries.add(Map.entry(entry.getKey(), entry.getValue()))));
        return entries;
    }

    /** What lies in a state without keys. */
    <T> List<T> list(ListStateDescriptor<T> state) throws Exception {
        List<T> values = new ArrayList<>();
        operator.getOperator()
                .getOperatorStateBackend()
                .getListState(state)
                .get()
                .forEach(values::add);
        return values;
    }

    /** How many keys have something in a state. */
    long keys(String state) {
        return backend().getKeys(state, VoidNamespace.INSTANCE).count();
    }

    @Override
    public void close() throws Exception {
        operator.close();
    }

    private <S extends State, T> void visit(StateDescriptor<S, T> state, KeyedStateFunction<Object, S> visitor)
            throws Exception {
        backend().applyToAllKeys(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, state, visitor);
    }

    private KeyedStateBackend<Object> backend() {
        return operator.getOperator().getKeyedStateBackend();
    }

    private Restored from(String job, String uid) throws Exception {
        OperatorState written = written(job, uid);
        OperatorSubtaskState whole = AbstractStreamOperatorTestHarness.repackageState(
                written.getStates().toArray(OperatorSubtaskState[]::new));
        operator.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                whole, KEY_GROUPS, written.getParallelism(), 1, 0));
        operator.open();
        return this;
    }

    private static OperatorState written(String job, String uid) throws Exception {
        Path folder = CHECKPOINTS.resolve(job);
        try (var metadata = new DataInputStream(Files.newInputStream(folder.resolve("_metadata")))) {
            return Checkpoints.loadCheckpointMetadata(
                            metadata,
                            Restored.class.getClassLoader(),
                            folder.toUri().toString())
                    .getOperatorStates()
                    .stream()
                    .filter(state -> state.getOperatorUid().orElseThrow().equals(uid))
                    .findAny()
                    .orElseThrow();
        }
    }

    private static StreamOperator<?> alone(Stream<Frozen<?>> operators, String uid) throws Exception {
        Frozen<?> frozen =
                operators.filter(one -> one.uid().equals(uid)).findAny().orElseThrow();
        return ((SimpleOperatorFactory<?>) frozen.operator().open().getOperatorFactory()).getOperator();
    }

    @SuppressWarnings("unchecked")
    private static AbstractStreamOperatorTestHarness<?> harness(StreamOperator<?> operator, TypeInformation<?> keys)
            throws Exception {
        var type = (TypeInformation<Object>) keys;
        return operator instanceof TwoInputStreamOperator<?, ?, ?> two
                ? new KeyedTwoInputStreamOperatorTestHarness<>(two, null, null, type, KEY_GROUPS, 1, 0)
                : new KeyedOneInputStreamOperatorTestHarness<>(
                        (OneInputStreamOperator<?, ?>) operator, null, type, KEY_GROUPS, 1, 0);
    }
}
