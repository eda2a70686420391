package io.quanyu.domain.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds versions of orders and refunds, from however many accounts, into orders. */
final class Orders {

    private static final Comparator<Order> PLACED =
            Comparator.comparingLong(Order::placedAtMillis).thenComparing(Order::order);

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
        back.values().forEach(its -> its.sort(Refunded.IN_ORDER));
        return back;
    }

    private static Order fold(String key, List<OrderVersion> versions, List<Refunded> refunds) {
        List<OrderVersion> sorted = new ArrayList<>(versions);
        Collections.sort(sorted);
        Fulfilment fulfilment = Newest.of(sorted, v -> v.fulfilment() == Fulfilment.UNKNOWN ? null : v.fulfilment());
        Long paid = Newest.of(sorted, OrderVersion::paidFen);
        long paidFen = paid == null ? 0 : paid;
        return new Order(
                key,
                fulfilment == null ? Fulfilment.UNKNOWN : fulfilment,
                placedAtMillis(sorted),
                Newest.of(sorted, OrderVersion::paidAtMillis),
                closedAtMillis(sorted),
                paidFen,
                withItsOwnWord(key, sorted, paidFen, refunds),
                Newest.of(sorted, OrderVersion::liveRoom),
                Newest.of(sorted, OrderVersion::liveCode),
                Newest.of(sorted, OrderVersion::region),
                currency(sorted),
                Boolean.TRUE.equals(Newest.of(sorted, OrderVersion::hold)));
    }

    /** A closing that a later version took back says nothing of the next one. */
    private static @Nullable Long closedAtMillis(List<OrderVersion> sorted) {
        int from = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Fulfilment fulfilment = sorted.get(i).fulfilment();
            if (fulfilment != Fulfilment.UNKNOWN && fulfilment != Fulfilment.CLOSED) {
                from = i;
            }
        }
        return Newest.of(sorted.subList(from, sorted.size()), OrderVersion::closedAtMillis);
    }

    /** That of an amount: a thin push that names none has a default. */
    private static String currency(List<OrderVersion> sorted) {
        String told = Newest.of(sorted, version -> version.paidFen() == null ? null : version.currency());
        return told == null ? Money.HOME : told;
    }

    /** What the order says that went back counts as far as cases have not told it. */
    private static List<Refunded> withItsOwnWord(
            String key, List<OrderVersion> sorted, long paidFen, List<Refunded> refunds) {
        long toldFen = Money.sum(refunds.stream().mapToLong(Refunded::fen));
        if (toldFen >= paidFen || !Boolean.TRUE.equals(Newest.of(sorted, OrderVersion::refundedInFull))) {
            return List.copyOf(refunds);
        }
        OrderVersion word = sorted.stream()
                .filter(version -> Boolean.TRUE.equals(version.refundedInFull()))
                .findFirst()
                .orElseThrow();
        Long closed = word.closedAtMillis();
        List<Refunded> all = new ArrayList<>(refunds);
        all.add(new Refunded("order:" + key, closed == null ? word.occurredAtMillis() : closed, paidFen - toldFen));
        all.sort(Refunded.IN_ORDER);
        return List.copyOf(all);
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
