package io.quanyu.jobs.identity;

import io.quanyu.jobs.clock.Arrivals;
import io.quanyu.jobs.record.PackedValue;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells whenever evidence is held back for another reason than was told, or no longer. Keyed by the conflict's key.
 *
 * <p>A hub, a member and an owner may each have something to say of a tie, so it waits for the clock.
 *
 * <p>State per tie that was ever held back, for ever: what was last told.
 */
final class AnnounceConflict extends KeyedProcessFunction<String, ConflictChange, ConflictChange> {

    private static final long serialVersionUID = 1L;

    private transient Arrivals<ConflictChange> arrivals;
    private transient PackedValue<ToldConflict> told;

    @Override
    public void open(OpenContext context) {
        arrivals = Arrivals.in(getRuntimeContext(), "arrivals", ConflictChange.class);
        told = PackedValue.in(getRuntimeContext(), "told", ToldConflict.class);
    }

    @Override
    public void processElement(ConflictChange said, Context context, Collector<ConflictChange> out) throws Exception {
        if (!arrivals.hold(said, said.validAtMillis(), context.timerService())) {
            tell(said, out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ConflictChange> out) throws Exception {
        for (ConflictChange said :
                arrivals.due(timestamp).stream().sorted(ConflictChange.IN_ORDER).toList()) {
            tell(said, out);
        }
    }

    private void tell(ConflictChange said, Collector<ConflictChange> out) throws Exception {
        ToldConflict before = told.value();
        if (before == null ? said.reason() != null : before.leaves(said)) {
            told.update(ToldConflict.of(said));
            out.collect(said);
        }
    }
}
