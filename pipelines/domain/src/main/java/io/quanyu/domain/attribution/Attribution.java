package io.quanyu.domain.attribution;

import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Order;
import io.quanyu.domain.customer.ShanghaiCalendar;
import io.quanyu.domain.customer.Touch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Credits of a person's paid orders: who brought them, and how much of their net revenue.
 *
 * <p>The credits of an order add up to its net revenue to the fen, in every model. An order with net revenue 0 gives none. Touches
 * count from 30 days before the payment up to the instant of the payment, both included; without one, {@link #DIRECT} has it all.
 */
public final class Attribution {

    /** The source of an order that no touch led to. */
    public static final String DIRECT = "direct";

    private static final long LOOK_BACK = Duration.ofDays(30).toMillis();

    private Attribution() {}

    /** Credits in every model: orders by time of placing, then model, then source. */
    public static List<Credit> credits(Customer customer) {
        List<Credit> credits = new ArrayList<>();
        for (Order order : customer.orders()) {
            if (order.netFen() > 0) {
                List<String> sources = sources(order, customer.touches());
                for (Model model : Model.values()) {
                    credits.addAll(credits(order, model, sources));
                }
            }
        }
        return credits;
    }

    /** Sources of the touches that may have led to an order, from old to new; at least one. */
    private static List<String> sources(Order order, List<Touch> touches) {
        long paidAt = Objects.requireNonNull(order.paidAtMillis());
        List<String> sources = touches.stream()
                .filter(touch -> paidAt - LOOK_BACK <= touch.atMillis() && touch.atMillis() <= paidAt)
                .map(Touch::source)
                .toList();
        return sources.isEmpty() ? List.of(DIRECT) : sources;
    }

    private static List<Credit> credits(Order order, Model model, List<String> sources) {
        long[] shares = model.shares(order.netFen(), sources.size());
        Map<String, Long> bySource = new TreeMap<>();
        for (int i = 0; i < shares.length; i++) {
            bySource.merge(sources.get(i), shares[i], Long::sum);
        }
        long paidDay = ShanghaiCalendar.dayOf(Objects.requireNonNull(order.paidAtMillis()));
        return bySource.entrySet().stream()
                .filter(share -> share.getValue() > 0)
                .map(share -> new Credit(order.order(), model, share.getKey(), paidDay, share.getValue()))
                .toList();
    }
}
