package io.quanyu.jobs.identity;

import io.quanyu.jobs.clock.Arrivals;
import io.quanyu.jobs.record.PackedValue;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells an identifier's person whenever it is another than was told. Keyed by tenant and identifier.
 *
 * <p>Statements wait for the clock, because those of a former owner may come after those of the present one.
 *
 * <p>State per identifier, for ever: what was last told.
 */
final class Announce extends KeyedProcessFunction<String, Statement, Assigned> {

    private static final long serialVersionUID = 1L;

    private transient Arrivals<Statement> arrivals;
    private transient PackedValue<Told> told;

    @Override
    public void open(OpenContext context) {
        arrivals = Arrivals.in(getRuntimeContext(), "arrivals", Statement.class);
        told = PackedValue.in(getRuntimeContext(), "told", Told.class);
    }

    @Override
    public void processElement(Statement statement, Context context, Collector<Assigned> out) throws Exception {
        arrivals.hold(statement, statement.atMillis(), context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Assigned> out) throws Exception {
        List<Statement> due = arrivals.due(timestamp);
        if (due.isEmpty()) {
            return;
        }
        Statement statement = due.get(due.size() - 1);
        Told before = Objects.requireNonNullElse(told.value(), Told.NOTHING);
        if (!statement.oneId().equals(before.oneId())) {
            Told now = before.changedTo(statement.oneId());
            told.update(now);
            out.collect(Assigned.of(statement, before.oneId(), now.version()));
        }
    }
}
