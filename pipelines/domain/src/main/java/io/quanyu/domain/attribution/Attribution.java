package io.quanyu.domain.attribution;

import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Order;
import io.quanyu.domain.customer.Refunded;
import io.quanyu.domain.customer.ShanghaiCalendar;
import io.quanyu.domain.customer.Touch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Credits of a person's paid orders: who brought them, and how much of their net revenue.
 *
 * <p>The credits of an order add up to its net revenue to the fen, in every model. An order with net revenue 0 gives none. Touches
 * count from so many days before the order was placed (inclusive) until it was paid (exclusive), and the order's own code or room always;
 * without any, {@link #DIRECT} has it all.
 *
 * <p>A refund that no order is known of is a line of its own under {@link #UNLINKED_REFUND}, so that all lines of a person add up to their net
 * revenue: refunds beyond what is left of it, in the order of time, take nothing.
 */
public final class Attribution {

    /** The source of an order that no touch led to. */
    public static final String DIRECT = "direct";

    /** The source of what went back and no order is known of. */
    public static final String UNLINKED_REFUND = "unlinked_refund";

    private Attribution() {}

    /** Credits in every model of a policy: orders by time of placing, then model, then source, then touch; then refunds by time and model. */
    public static List<Credit> credits(Customer customer, AttributionPolicy policy) {
        List<Credit> credits = new ArrayList<>();
        for (Order order : customer.paidOrders()) {
            long netFen = order.netFen();
            if (netFen > 0) {
                addCredits(order, netFen, sources(order, customer.touches(), policy), policy, credits);
            }
        }
        addRefunds(customer, policy, credits);
        return List.copyOf(credits);
    }

    private static void addRefunds(Customer customer, AttributionPolicy policy, List<Credit> credits) {
        long leftFen = customer.netOfOrdersFen();
        for (Refunded refunded : customer.unlinkedRefunds()) {
            long fen = Math.min(leftFen, refunded.fen());
            leftFen -= fen;
            if (fen > 0) {
                long day = ShanghaiCalendar.dayOf(refunded.atMillis());
                policy.models()
                        .forEach(model -> credits.add(
                                new Credit(refunded.refund(), model, UNLINKED_REFUND, day, -fen, Credit.NO_TOUCH)));
            }
        }
    }

    /** Who gets a credit, and for which touch of a live code. */
    private record Source(String name, long touchedMillis) implements Comparable<Source> {

        private static final Comparator<Source> IN_ORDER =
                Comparator.comparing(Source::name).thenComparingLong(Source::touchedMillis);

        static Source of(Touch touch) {
            return new Source(touch.source(), touch.isOfCode() ? touch.atMillis() : Credit.NO_TOUCH);
        }

        @Override
        public int compareTo(Source other) {
            return IN_ORDER.compare(this, other);
        }
    }

    /** Sources of the touches that may have led to an order, from old to new; at least one. */
    private static List<Source> sources(Order order, List<Touch> touches, AttributionPolicy policy) {
        long paidAt = Objects.requireNonNull(order.paidAtMillis());
        long earliest =
                order.placedAtMillis() - Duration.ofDays(policy.lookBackDays()).toMillis();
        List<Source> sources = new ArrayList<>();
        for (Touch touch : touches) {
            boolean inTime = earliest <= touch.atMillis() && touch.atMillis() < paidAt;
            if (inTime || touch.id().equals(order.touchId())) {
                sources.add(Source.of(touch));
            }
        }
        return sources.isEmpty() ? List.of(new Source(DIRECT, Credit.NO_TOUCH)) : sources;
    }

    private static void addCredits(
            Order order, long netFen, List<Source> sources, AttributionPolicy policy, List<Credit> credits) {
        long paidDay = ShanghaiCalendar.dayOf(Objects.requireNonNull(order.paidAtMillis()));
        for (Model model : policy.models()) {
            for (Map.Entry<Source, Long> share : shares(model, netFen, sources).entrySet()) {
                if (share.getValue() > 0) {
                    credits.add(new Credit(
                            order.order(),
                            model,
                            share.getKey().name(),
                            paidDay,
                            share.getValue(),
                            share.getKey().touchedMillis()));
                }
            }
        }
    }

    /** What each source gets under a model, in fen; sorted by source. */
    private static SortedMap<Source, Long> shares(Model model, long netFen, List<Source> sources) {
        long[] shares = model.shares(netFen, sources.size());
        SortedMap<Source, Long> bySource = new TreeMap<>();
        for (int i = 0; i < shares.length; i++) {
            bySource.merge(sources.get(i), shares[i], Long::sum);
        }
        return bySource;
    }
}
