package io.quanyu.jobs.clock;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * What the clock had reached, as an operator remembers it over a restart. A watermark is not part of a checkpoint; without
 * this, a task that has just been restored would take what happened long ago for the future.
 *
 * <p>To be told of each call and each snapshot. It never runs ahead of the clock.
 */
public final class Reached {

    private final ListState<Long> stored;
    private long millis;

    private Reached(ListState<Long> stored, long millis) {
        this.stored = stored;
        this.millis = millis;
    }

    /** To be called in {@code initializeState}: the latest that any task of the operator had seen. */
    public static Reached in(OperatorStateStore states) throws Exception {
        ListState<Long> stored = states.getUnionListState(new ListStateDescriptor<>("reached", Types.LONG));
        long latest = Long.MIN_VALUE;
        for (long seen : stored.get()) {
            latest = Math.max(latest, seen);
        }
        return new Reached(stored, latest);
    }

    /** To be called in {@code snapshotState}. */
    public void store() throws Exception {
        stored.clear();
        stored.add(millis);
    }

    /** What the clock has reached, epoch milliseconds; {@link Long#MIN_VALUE} before its first tick. */
    public long by(TimerService timers) {
        millis = Math.max(millis, timers.currentWatermark());
        return millis;
    }
}
