package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Order;
import io.quanyu.domain.customer.Refunded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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

    private record Step(long atMillis, Sums change) {}

    private final List<Step> steps = new ArrayList<>();

    /**
     * The paid orders of a person, each in the window from its payment until {@code endOf} that instant, and the refunds that no order is known
     * of, each from when it was made.
     */
    static Timeline ofPaidOrders(Customer customer, LongUnaryOperator endOf) {
        Timeline timeline = new Timeline();
        for (Order order : customer.paidOrders()) {
            timeline.add(order, endOf);
        }
        for (Refunded refunded : customer.unlinkedRefunds()) {
            timeline.add(refunded, endOf);
        }
        return timeline;
    }

    /** Adds a fact that counts one from an instant (inclusive) until another (exclusive), epoch milliseconds. */
    void add(long fromMillis, long endMillis) {
        step(fromMillis, Sums.ONE);
        step(endMillis, Sums.NONE.minus(Sums.ONE));
    }

    /** Runs a rule, which starts out not standing since {@code knownSinceMillis}. */
    Course run(long asOfMillis, long knownSinceMillis, Rule rule) {
        steps.sort(Comparator.comparingLong(Step::atMillis));
        Course course = new Course(null, knownSinceMillis, Sums.NONE, Long.MAX_VALUE);
        Sums sums = Sums.NONE;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            sums = sums.plus(step.change());
            if (isLastOfItsInstant(i)) {
                String next = rule.value(course.value(), sums);
                boolean changes = !Objects.equals(next, course.value());
                if (step.atMillis() <= asOfMillis) {
                    long since = changes ? step.atMillis() : course.sinceMillis();
                    course = new Course(next, since, sums, Long.MAX_VALUE);
                } else if (changes) {
                    return course.until(step.atMillis());
                }
            }
        }
        return course;
    }

    /** What happens at one instant counts together. */
    private boolean isLastOfItsInstant(int i) {
        return i + 1 == steps.size()
                || steps.get(i).atMillis() < steps.get(i + 1).atMillis();
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

    private void add(Refunded refunded, LongUnaryOperator endOf) {
        Sums less = Sums.NONE.minus(Sums.ofMoney(refunded.fen()));
        step(refunded.atMillis(), less);
        long end = endOf.applyAsLong(refunded.atMillis());
        if (end != Long.MAX_VALUE) {
            step(end, Sums.NONE.minus(less));
        }
    }

    private void step(long atMillis, Sums change) {
        steps.add(new Step(atMillis, change));
    }
}
