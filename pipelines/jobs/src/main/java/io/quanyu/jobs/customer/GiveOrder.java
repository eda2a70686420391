package io.quanyu.jobs.customer;

import io.quanyu.jobs.clock.Arrivals;
import io.quanyu.jobs.metric.Dropped;
import io.quanyu.jobs.metric.Tally;
import io.quanyu.jobs.record.PackedValue;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Gives all that is told of an order to the one account whose it is, as {@link io.quanyu.domain.customer.OrderOwner} says. When another owns it, the
 * first loses all of it at the very instant at which the other gets it. Keyed by tenant and order.
 *
 * <p>Counts what says nothing new as {@code dropped.REPEAT}.
 *
 * <p>State per order, for ever: its {@link ToldOrder}.
 */
final class GiveOrder extends KeyedProcessFunction<String, OrderFact, AccountFact> {

    private static final long serialVersionUID = 1L;

    private transient Arrivals<OrderFact> facts;
    private transient PackedValue<ToldOrder> order;
    private transient Tally<Dropped> dropped;

    @Override
    public void open(OpenContext context) {
        facts = Arrivals.in(getRuntimeContext(), "facts", OrderFact.class);
        order = PackedValue.in(getRuntimeContext(), "order", ToldOrder.class);
        dropped = Tally.of(getRuntimeContext().getMetricGroup(), "dropped", Dropped.class);
    }

    @Override
    public void processElement(OrderFact fact, Context context, Collector<AccountFact> out) throws Exception {
        if (!facts.hold(fact, fact.receivedAtMillis(), context.timerService())) {
            take(List.of(fact), context.timerService().currentWatermark(), out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AccountFact> out) throws Exception {
        take(facts.due(timestamp), timestamp, out);
    }

    private void take(List<OrderFact> arrived, long atMillis, Collector<AccountFact> out) throws Exception {
        if (arrived.isEmpty()) {
            return;
        }
        ToldOrder before = Objects.requireNonNullElse(order.value(), ToldOrder.UNKNOWN);
        ToldOrder after = before.with(arrived, atMillis);
        if (after.told().equals(before.told())) {
            dropped.count(Dropped.REPEAT);
            return;
        }
        order.update(after);
        String owner = after.owner();
        if (owner == null) {
            return;
        }
        if (owner.equals(before.owner())) {
            arrived.forEach(fact -> out.collect(fact.of(owner).countingFrom(after.atMillis())));
        } else {
            give(arrived.get(0), before.owner(), after, Causes.join(arrived, OrderFact::eventId), out);
        }
    }

    private static void give(
            OrderFact any, @Nullable String from, ToldOrder order, String cause, Collector<AccountFact> out) {
        if (from != null) {
            out.collect(AccountFact.losing(any.tenant(), from, cause, order.atMillis(), any.order()));
        }
        String owner = Objects.requireNonNull(order.owner());
        out.collect(new AccountFact(any.tenant(), owner, cause, order.atMillis(), order.whole()));
    }
}
