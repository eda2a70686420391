package io.quanyu.domain.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person: the union of the fragments of their accounts, folded once.
 *
 * <p>A value of the facts only: neither their order, nor repeats, nor which account brought which fact can be seen in it.
 */
public final class Customer {

    private final List<String> accounts;
    private final Fragment facts;
    private final List<Order> orders;
    private final List<Order> paidOrders;
    private final List<Touch> touches;
    private final List<CouponClaim> coupons;
    private final List<Refunded> unlinkedRefunds;

    private Customer(List<String> accounts, Fragment facts) {
        this.accounts = accounts;
        this.facts = facts;
        List<RefundCase> cases = Orders.cases(facts.refunds().values());
        this.orders = Orders.fold(facts.orders().values(), cases);
        this.paidOrders = paid(orders);
        this.touches = touches(facts, orders);
        this.coupons = sorted(facts.coupons().values());
        this.unlinkedRefunds = unlinked(cases);
    }

    /** The person whose accounts (as {@code type|scope|value}) have these facts. */
    public static Customer of(Map<String, Fragment> fragments) {
        Fragment union = Fragment.EMPTY;
        for (Fragment fragment : fragments.values()) {
            union = union.merge(fragment);
        }
        return new Customer(sorted(fragments.keySet()), union);
    }

    /** Accounts as {@code type|scope|value}, sorted. */
    public List<String> accounts() {
        return accounts;
    }

    /** Orders by time of placing, then key; one per key, whichever accounts saw it. */
    public List<Order> orders() {
        return orders;
    }

    /** The paid orders among {@link #orders} whose money is in the tenant's currency: others are nobody's revenue. */
    public List<Order> paidOrders() {
        return paidOrders;
    }

    /**
     * Touches by (time, id): those of the facts, and one for each order that says itself where it came from.
     *
     * <p>An order's own hint is at its placing. A live code is more exact than a live room, so an order that has both gives the
     * code's touch only.
     */
    public List<Touch> touches() {
        return touches;
    }

    /** Coupon claims by (time, event id). */
    public List<CouponClaim> coupons() {
        return coupons;
    }

    /**
     * Succeeded refunds that no source ties to an order, by time, then case. They lower what the person spent in every window that they fall
     * into.
     */
    public List<Refunded> unlinkedRefunds() {
        return unlinkedRefunds;
    }

    /** The sum of {@link #unlinkedRefunds}, in fen. */
    public long unlinkedRefundFen() {
        return Money.sum(unlinkedRefunds.stream().mapToLong(Refunded::fen));
    }

    /** Net revenue of all paid orders minus unlinked refunds, in fen, never below 0. */
    public long netRevenueFen() {
        return Math.max(0, netOfOrdersFen() - unlinkedRefundFen());
    }

    /** Net revenue of all paid orders, in fen. */
    public long netOfOrdersFen() {
        return Money.sum(paidOrders.stream().mapToLong(Order::netFen));
    }

    /** A phone as it may be shown: of several, that whose hash comes first; null if none is known. */
    public @Nullable String phoneMasked() {
        Map<String, String> byHash = facts.maskedPhones();
        return byHash.isEmpty()
                ? null
                : Collections.min(byHash.entrySet(), Map.Entry.comparingByKey()).getValue();
    }

    /** The earliest instant that any fact knows of, epoch milliseconds; null if there is none. */
    public @Nullable Long firstSeenMillis() {
        long first = facts.firstSeenMillis();
        for (OrderVersion version : facts.orders().values()) {
            first = Math.min(first, version.earliestMillis());
        }
        for (RefundVersion version : facts.refunds().values()) {
            first = Math.min(first, version.occurredAtMillis());
        }
        return first == Long.MAX_VALUE ? null : first;
    }

    /** The latest chat message, epoch milliseconds; null if there is none. */
    public @Nullable Long lastMessageMillis() {
        return facts.lastMessageMillis() == Long.MIN_VALUE ? null : facts.lastMessageMillis();
    }

    /** The latest order (placed or paid), message or browse, epoch milliseconds; null if there is none. */
    public @Nullable Long lastActiveMillis() {
        long last = facts.lastAwakeMillis();
        for (Order order : orders) {
            Long paid = order.paidAtMillis();
            last = Math.max(last, paid == null ? order.placedAtMillis() : Math.max(paid, order.placedAtMillis()));
        }
        return last == Long.MIN_VALUE ? null : last;
    }

    private static List<Order> paid(List<Order> orders) {
        List<Order> paid = new ArrayList<>();
        for (Order order : orders) {
            if (order.isPaid() && Money.isHome(order.currency())) {
                paid.add(order);
            }
        }
        return List.copyOf(paid);
    }

    private static List<Refunded> unlinked(List<RefundCase> cases) {
        return cases.stream()
                .filter(refund -> refund.order() == null && refund.hasSucceeded() && Money.isHome(refund.currency()))
                .map(RefundCase::refunded)
                .sorted(Refunded.IN_ORDER)
                .toList();
    }

    private static List<Touch> touches(Fragment facts, List<Order> orders) {
        List<Touch> touches = new ArrayList<>(facts.touches().values());
        for (Order order : orders) {
            if (order.liveCode() != null) {
                touches.add(Touch.ofCode(order.touchId(), order.placedAtMillis(), order.liveCode()));
            } else if (order.liveRoom() != null) {
                touches.add(Touch.ofLiveRoom(order.touchId(), order.placedAtMillis(), order.platform()));
            }
        }
        return sorted(touches);
    }

    private static <T extends Comparable<T>> List<T> sorted(Collection<T> values) {
        List<T> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return List.copyOf(sorted);
    }
}
