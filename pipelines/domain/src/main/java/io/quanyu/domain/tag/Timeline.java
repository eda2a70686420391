package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Order;
import io.quanyu.domain.customer.Refunded;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that enters and leaves a sliding window, past and future, as steps in time.
 *
 * <p>A fact of instant {@code t} is in the window from {@code t} (inclusive) until its end (exclusive). Running a rule over the steps
 * gives its value at an instant, since when it holds, and when time alone will change it; so a rule may also depend on its own
 * earlier value without depending on anything that was ever said.
 */
final class Timeline {

    /** What a tag's value becomes when the window holds these sums, given what it was; null: it does not stand. */
    @FunctionalInterface
    interface Rule {
        @Nullable
        String value(@Nullable String before, Sums sums);
    }

    /**
     * A rule's value at an instant.
     *
     * @param sinceMillis since when, epoch milliseconds
     * @param sums what the window holds at the instant
     * @param nextChangeMillis when it becomes another value by time alone; {@link Long#MAX_VALUE} if never
     */
    record Course(@Nullable String value, long sinceMillis, Sums sums, long nextChangeMillis) {}

    private final NavigableMap<Long, Sums> steps = new TreeMap<>();

    /** The paid orders of a person, each in the window from its payment until {@code endOf} that instant. */
    static Timeline ofPaidOrders(Customer customer, LongUnaryOperator endOf) {
        Timeline timeline = new Timeline();
        customer.paidOrders().forEach(order -> timeline.add(order, endOf));
        return timeline;
    }

    /** Adds a fact that counts one from an instant (inclusive) until another (exclusive), epoch milliseconds. */
    void add(long fromMillis, long endMillis) {
        step(fromMillis, Sums.ONE);
        step(endMillis, Sums.NONE.minus(Sums.ONE));
    }

    /** Runs a rule, which starts out not standing since {@code knownSinceMillis}. */
    Course run(long asOfMillis, long knownSinceMillis, Rule rule) {
        String value = null;
        long since = knownSinceMillis;
        Sums sums = Sums.NONE;
        for (Map.Entry<Long, Sums> step : steps.headMap(asOfMillis, true).entrySet()) {
            sums = sums.plus(step.getValue());
            String next = rule.value(value, sums);
            if (!Objects.equals(next, value)) {
                value = next;
                since = step.getKey();
            }
        }
        return new Course(value, since, sums, nextChange(asOfMillis, value, sums, rule));
    }

    private long nextChange(long asOfMillis, @Nullable String value, Sums atAsOf, Rule rule) {
        Sums sums = atAsOf;
        for (Map.Entry<Long, Sums> step : steps.tailMap(asOfMillis, false).entrySet()) {
            sums = sums.plus(step.getValue());
            if (!Objects.equals(rule.value(value, sums), value)) {
                return step.getKey();
            }
        }
        return Long.MAX_VALUE;
    }

    private void add(Order order, LongUnaryOperator endOf) {
        long paidAt = Objects.requireNonNull(order.paidAtMillis());
        long end = endOf.applyAsLong(paidAt);
        Sums before = Sums.of(order, paidAt);
        step(paidAt, before);
        for (Refunded refunded : order.refunds()) {
            if (refunded.atMillis() > paidAt && refunded.atMillis() < end) {
                Sums after = Sums.of(order, refunded.atMillis());
                step(refunded.atMillis(), after.minus(before));
                before = after;
            }
        }
        if (end != Long.MAX_VALUE) {
            step(end, Sums.NONE.minus(before));
        }
    }

    private void step(long atMillis, Sums change) {
        steps.merge(atMillis, change, Sums::plus);
    }
}
