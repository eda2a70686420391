package io.quanyu.jobs.clock;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What the clock had reached, as an operator remembers it over a restart. A watermark is not part of a checkpoint; without
 * this, a task that has just been restored would take what happened long ago for the future.
 *
 * <p>To be told of each watermark and each snapshot.
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

    /** To be called with each watermark. After a restore the first of them may be older than what was reached. */
    public void advanceTo(long watermarkMillis) {
        millis = Math.max(millis, watermarkMillis);
    }

    /** What the clock has reached, epoch milliseconds; {@link Long#MIN_VALUE} before its first tick. */
    public long millis() {
        return millis;
    }
}
