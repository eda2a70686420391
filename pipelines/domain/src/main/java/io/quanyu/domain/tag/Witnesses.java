package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Order;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/** Names the facts behind a tag. */
final class Witnesses {

    private static final int AT_MOST = 20;

    private Witnesses() {}

    /** Keys of the paid orders in the window at an instant that meet a condition, by time of payment. */
    static List<String> orders(Customer customer, long asOf, LongUnaryOperator endOf, Predicate<Order> condition) {
        return newest(customer.paidOrders().stream()
                .filter(order -> order.isPaidBy(asOf) && asOf < endOf.applyAsLong(paidAt(order)))
                .filter(condition)
                .sorted(Comparator.comparingLong(Witnesses::paidAt).thenComparing(Order::order))
                .map(Order::order)
                .toList());
    }

    /** The newest of a list that goes from old to new. */
    static List<String> newest(List<String> oldToNew) {
        return List.copyOf(oldToNew.subList(Math.max(0, oldToNew.size() - AT_MOST), oldToNew.size()));
    }

    private static long paidAt(Order order) {
        return Objects.requireNonNull(order.paidAtMillis());
    }
}
