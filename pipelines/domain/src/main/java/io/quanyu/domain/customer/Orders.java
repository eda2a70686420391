package io.quanyu.domain.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds versions of orders and refunds, from however many accounts, into orders. */
final class Orders {

    private static final Comparator<Order> PLACED =
            Comparator.comparingLong(Order::placedAtMillis).thenComparing(Order::order);
    private static final Comparator<Refunded> WENT_BACK =
            Comparator.comparingLong(Refunded::atMillis).thenComparing(Refunded::refund);

    private Orders() {}

    /** One order per key, by time of placing, then key. */
    static List<Order> fold(Collection<OrderVersion> versions, List<RefundCase> cases) {
        Map<String, List<OrderVersion>> byOrder = new HashMap<>();
        for (OrderVersion version : versions) {
            byOrder.computeIfAbsent(version.order(), key -> new ArrayList<>()).add(version);
        }
        Map<String, List<Refunded>> back = refundsByOrder(cases);
        List<Order> orders = new ArrayList<>();
        byOrder.forEach((key, its) -> orders.add(fold(key, its, back.getOrDefault(key, List.of()))));
        orders.sort(PLACED);
        return List.copyOf(orders);
    }

    /** One case per key, in no order. */
    static List<RefundCase> cases(Collection<RefundVersion> versions) {
        Map<String, List<RefundVersion>> byCase = new HashMap<>();
        for (RefundVersion version : versions) {
            byCase.computeIfAbsent(version.refund(), key -> new ArrayList<>()).add(version);
        }
        List<RefundCase> cases = new ArrayList<>();
        for (List<RefundVersion> its : byCase.values()) {
            cases.add(RefundCase.of(its));
        }
        return cases;
    }

    /** The succeeded refunds of each order, by time, then case. */
    private static Map<String, List<Refunded>> refundsByOrder(List<RefundCase> cases) {
        Map<String, List<Refunded>> back = new HashMap<>();
        for (RefundCase refund : cases) {
            if (refund.order() != null && refund.hasSucceeded()) {
                back.computeIfAbsent(refund.order(), key -> new ArrayList<>()).add(refund.refunded());
            }
        }
        back.values().forEach(its -> its.sort(WENT_BACK));
        return back;
    }

    private static Order fold(String key, List<OrderVersion> versions, List<Refunded> refunds) {
        List<OrderVersion> sorted = new ArrayList<>(versions);
        Collections.sort(sorted);
        Fulfilment fulfilment = Newest.of(sorted, v -> v.fulfilment() == Fulfilment.UNKNOWN ? null : v.fulfilment());
        Long paidFen = Newest.of(sorted, OrderVersion::paidFen);
        return new Order(
                key,
                fulfilment == null ? Fulfilment.UNKNOWN : fulfilment,
                placedAtMillis(sorted),
                Newest.of(sorted, OrderVersion::paidAtMillis),
                Newest.of(sorted, OrderVersion::closedAtMillis),
                paidFen == null ? 0 : paidFen,
                List.copyOf(refunds),
                Newest.of(sorted, OrderVersion::liveRoom),
                Newest.of(sorted, OrderVersion::liveCode),
                Newest.of(sorted, OrderVersion::region));
    }

    private static long placedAtMillis(List<OrderVersion> sorted) {
        Long ordered = Newest.of(sorted, OrderVersion::orderedAtMillis);
        if (ordered != null) {
            return ordered;
        }
        Long paid = Newest.of(sorted, OrderVersion::paidAtMillis);
        if (paid != null) {
            return paid;
        }
        return sorted.stream().mapToLong(OrderVersion::occurredAtMillis).min().orElseThrow();
    }
}
