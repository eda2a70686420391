package io.quanyu.jobs.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    @Test
    void releasesWhatArrivedByItsInstantHoweverFarTheClockJumps() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(Parcel.of("late", 30), 0);
            harness.processElement(Parcel.of("early", 10), 0);
            harness.processElement(Parcel.of("early too", 10), 0);
            assertThat(harness.extractOutputValues()).isEmpty();

            harness.processWatermark(1_000);

            assertThat(harness.extractOutputValues()).containsExactly("10 [early, early too]", "30 [late]");
        }
    }

    @Test
    void holdsNothingThatTheClockHasPassed() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processWatermark(20);
            harness.processElement(Parcel.of("of this very tick", 20), 0);
            harness.processElement(Parcel.of("of the next", 21), 0);
            assertThat(harness.extractOutputValues()).containsExactly("passed of this very tick");

            harness.processWatermark(21);
            assertThat(harness.extractOutputValues()).endsWith("21 [of the next]");
        }
    }

    @Test
    void keepsWhatWaitsOverARestore() throws Exception {
        try (var before = harness();
                var after = harness()) {
            before.open();
            before.processElement(Parcel.of("kept", 10), 0);
            before.processWatermark(5);
            after.initializeState(before.snapshot(1, 1));
            after.open();
            after.processElement(Parcel.of("older than the lost watermark", 4), 0);

            after.processWatermark(10);

            assertThat(after.extractOutputValues()).containsExactly("4 [older than the lost watermark]", "10 [kept]");
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Parcel, String> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new Release()), parcel -> "one key", Types.STRING);
    }

    /** Something with an instant. */
    public record Parcel(String name, long atMillis) {
        static Parcel of(String name, long atMillis) {
            return new Parcel(name, atMillis);
        }
    }

    private static final class Release extends KeyedProcessFunction<String, Parcel, String> {

        private static final long serialVersionUID = 1L;

        private transient Arrivals<Parcel> arrivals;

        @Override
        public void open(OpenContext context) {
            arrivals = Arrivals.in(getRuntimeContext(), "arrivals", Parcel.class);
        }

        @Override
        public void processElement(Parcel parcel, Context context, Collector<String> out) throws Exception {
            if (!arrivals.hold(parcel, parcel.atMillis(), context.timerService())) {
                out.collect("passed " + parcel.name());
            }
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
            List<String> names =
                    arrivals.due(timestamp).stream().map(Parcel::name).toList();
            out.collect(timestamp + " " + names);
        }
    }
}
