package io.quanyu.jobs.io;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** The clock alone moves watermarks: its ticks are watermarks, and every other source always counts as idle. */
final class ClockWatermarks {

    private ClockWatermarks() {}

    /** Of the clock itself: a tick is the watermark of its instant. */
    static WatermarkStrategy<Long> ticks() {
        return WatermarkStrategy.<Long>forGenerator(context -> new Ticks())
                .withTimestampAssigner((tick, stamp) -> tick);
    }

    /** Of every source that is not the clock. */
    static <T> WatermarkStrategy<T> idle() {
        return WatermarkStrategy.forGenerator(context -> new Idle<>());
    }

    private static final class Ticks implements WatermarkGenerator<Long> {

        @Override
        public void onEvent(Long tick, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(tick));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // A tick has said all there is.
        }
    }

    private static final class Idle<T> implements WatermarkGenerator<T> {

        @Override
        public void onEvent(T event, long timestamp, WatermarkOutput output) {
            // An event says what happened, not what time it is.
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }
}
