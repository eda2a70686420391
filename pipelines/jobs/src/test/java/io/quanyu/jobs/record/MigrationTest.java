package io.quanyu.jobs.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** Flink brings records in an older form into the form of today, wherever in state they lie. */
class MigrationTest {

    public record Seen(String what) {}

    /** What {@link Seen} became. */
    public record Sighting(String thing, long latest) {

        static final Sighting NONE = new Sighting("", Long.MIN_VALUE);
    }

    private static final Sighting TREE = new Sighting("tree", Long.MIN_VALUE);
    private static final Sighting SHIP = new Sighting("ship", 7);

    @Test
    void allAreBroughtAndGoOnAsOfToday() throws Exception {
        OperatorSubtaskState older;
        try (var operator = operator(Seen.class)) {
            operator.open();
            operator.processElement(new Seen("tree"), 0);
            older = operator.snapshot(1, 1);
        }
        OperatorSubtaskState today;
        try (var operator = operator(Sighting.class)) {
            operator.initializeState(older);
            operator.open();
            operator.processElement(SHIP, 0);
            today = operator.snapshot(2, 2);

            assertThat(operator.extractOutputValues()).containsExactly(TREE + " {" + TREE + "=[" + TREE + "]}");
        }
        try (var operator = operator(Sighting.class)) {
            operator.initializeState(today);
            operator.open();
            operator.processElement(TREE, 0);

            assertThat(operator.extractOutputValues())
                    .containsExactly(SHIP + " {" + SHIP + "=[" + SHIP + "], " + TREE + "=[" + TREE + "]}");
        }
    }

    private static <T> KeyedOneInputStreamOperatorTestHarness<String, T, String> operator(Class<T> type)
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new Remember<>(type)), any -> "one key", Types.STRING);
    }

    /** Says what it had: the last record, and all of them as keys and in lists. */
    private static final class Remember<T> extends KeyedProcessFunction<String, T, String> {

        private static final long serialVersionUID = 1L;

        private final Class<T> type;
        private transient PackedValue<T> last;
        private transient MapState<T, List<T>> all;

        Remember(Class<T> type) {
            this.type = type;
        }

        @Override
        public void open(OpenContext context) {
            last = PackedValue.in(getRuntimeContext(), "last", type);
            TypeInformation<T> records = RecordType.of(type);
            all = getRuntimeContext().getMapState(new MapStateDescriptor<>("all", records, Types.LIST(records)));
        }

        @Override
        public void processElement(T value, Context context, Collector<String> out) throws Exception {
            if (last.value() != null) {
                var had = new TreeMap<String, List<T>>();
                all.entries().forEach(entry -> had.put(entry.getKey().toString(), entry.getValue()));
                out.collect(last.value() + " " + had);
            }
            last.update(value);
            all.put(value, List.of(value));
        }
    }
}
