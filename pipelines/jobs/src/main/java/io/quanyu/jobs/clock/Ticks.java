package io.quanyu.jobs.clock;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Lets the clock drive a stream of events that has no time of its own. */
public final class Ticks {

    /**
     * How long a record may wait in a buffer on its way to an assignment, milliseconds. There are about eight shuffles; each
     * that is prompt costs a thread that wakes up this often, so others wait as long as Flink lets them.
     */
    public static final long PROMPT_MILLIS = 20;

    private Ticks() {}

    /**
     * The events, with the watermarks of the clock: the sources of the events are idle, so an operator behind a {@code keyBy}
     * of this stream sees the clock's alone.
     *
     * @param uid of the operator that passes on the ticks' watermarks and not the ticks
     */
    public static <T, C> DataStream<T> drive(DataStream<T> events, DataStream<C> clock, String uid) {
        DataStream<T> watermarks = clock.process(new OnlyWatermarks<C, T>())
                .returns(events.getType())
                .uid(uid)
                .name(uid)
                .setParallelism(1)
                .setBufferTimeout(PROMPT_MILLIS);
        return events.union(watermarks);
    }

    private static final class OnlyWatermarks<C, T> extends ProcessFunction<C, T> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(C tick, Context context, Collector<T> out) {
            // Its watermark goes on by itself.
        }
    }
}
