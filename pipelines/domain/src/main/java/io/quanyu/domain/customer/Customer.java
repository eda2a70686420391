package io.quanyu.domain.customer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final List<Touch> touches;
    private final long unlinkedRefundFen;

    private Customer(List<String> accounts, Fragment facts) {
        this.accounts = accounts;
        this.facts = facts;
        List<RefundCase> cases = Orders.cases(facts.refunds().values());
        this.orders = Orders.fold(facts.orders().values(), cases);
        this.touches = touches(facts, orders);
        this.unlinkedRefundFen = cases.stream()
                .filter(refund -> refund.order() == null && refund.hasSucceeded())
                .mapToLong(RefundCase::fen)
                .sum();
    }

    /** The person whose accounts (as {@code type|scope|value}) have these facts. */
    public static Customer of(Map<String, Fragment> fragments) {
        Fragment union = fragments.values().stream().reduce(Fragment.EMPTY, Fragment::merge);
        return new Customer(List.copyOf(new TreeSet<>(fragments.keySet())), union);
    }

    /** Accounts as {@code type|scope|value}, sorted. */
    public List<String> accounts() {
        return accounts;
    }

    /** Orders by time of placing, then key; one per key, whichever accounts saw it. */
    public List<Order> orders() {
        return orders;
    }

    /** The paid orders among {@link #orders}. */
    public List<Order> paidOrders() {
        return orders.stream().filter(Order::isPaid).toList();
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
        return facts.coupons().values().stream().sorted().toList();
    }

    /** Succeeded refunds that no source ties to an order, in fen. They lower the person's net revenue and nothing else. */
    public long unlinkedRefundFen() {
        return unlinkedRefundFen;
    }

    /** Net revenue of all paid orders minus unlinked refunds, in fen, never below 0. */
    public long netRevenueFen() {
        return Math.max(0, orders.stream().mapToLong(Order::netFen).sum() - unlinkedRefundFen);
    }

    /** Masked phone texts by phone hash, sorted. */
    public Map<String, String> maskedPhones() {
        return Collections.unmodifiableMap(new TreeMap<>(facts.maskedPhones()));
    }

    /** The earliest instant that any fact knows of, epoch milliseconds; null if there is none. */
    public @Nullable Long firstSeenMillis() {
        return facts.firstSeenMillis() == Long.MAX_VALUE ? null : facts.firstSeenMillis();
    }

    /** The latest chat message, epoch milliseconds; null if there is none. */
    public @Nullable Long lastMessageMillis() {
        return facts.lastMessageMillis() == Long.MIN_VALUE ? null : facts.lastMessageMillis();
    }

    /** The latest order (placed or paid), message or browse, epoch milliseconds; null if there is none. */
    public @Nullable Long lastActiveMillis() {
        long last = Math.max(facts.lastMessageMillis(), facts.lastBrowseMillis());
        for (Order order : orders) {
            Long paid = order.paidAtMillis();
            last = Math.max(last, paid == null ? order.placedAtMillis() : Math.max(paid, order.placedAtMillis()));
        }
        return last == Long.MIN_VALUE ? null : last;
    }

    private static List<Touch> touches(Fragment facts, List<Order> orders) {
        List<Touch> touches = new ArrayList<>(facts.touches().values());
        for (Order order : orders) {
            String id = "order:" + order.order();
            if (order.liveCode() != null) {
                touches.add(Touch.ofCode(id, order.placedAtMillis(), order.liveCode()));
            } else if (order.liveRoom() != null) {
                touches.add(Touch.ofLiveRoom(id, order.placedAtMillis(), order.platform()));
            }
        }
        Collections.sort(touches);
        return List.copyOf(touches);
    }
}
