package io.quanyu.domain.customer;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * The facts of one account. A person is the union of the fragments of their accounts.
 *
 * <p>{@link #merge} is set union by id: commutative, associative, idempotent. Where two contents carry one id, the
 * winner depends on the contents only: the newer version of an order or refund, the earlier touch or claim.
 *
 * @param orders order versions by event id
 * @param refunds refund versions by event id
 * @param touches touches by id
 * @param coupons coupon claims by event id
 * @param maskedPhones masked phone texts by phone hash
 * @param firstSeenMillis the earliest instant the account is known at, whatever its orders say, epoch milliseconds;
 *     {@link Long#MAX_VALUE} if none
 * @param lastMessageMillis the latest chat message, epoch milliseconds; {@link Long#MIN_VALUE} if none
 * @param lastBrowseMillis the latest view, cart, live-room visit or click, epoch milliseconds; {@link Long#MIN_VALUE} if none
 * @param awakeOnArrival messages and browses whose own time is absurd: by event id, when the first delivery of it arrived, epoch milliseconds
 */
public record Fragment(
        Map<String, OrderVersion> orders,
        Map<String, RefundVersion> refunds,
        Map<String, Touch> touches,
        Map<String, CouponClaim> coupons,
        Map<String, String> maskedPhones,
        long firstSeenMillis,
        long lastMessageMillis,
        long lastBrowseMillis,
        Map<String, Long> awakeOnArrival) {

    /** No facts: the identity of {@link #merge}. */
    public static final Fragment EMPTY = new Parts().fragment();

    public static Fragment of(OrderVersion version) {
        Parts parts = new Parts();
        parts.orders = Map.of(version.eventId(), version);
        return parts.fragment();
    }

    public static Fragment of(RefundVersion version) {
        Parts parts = new Parts();
        parts.refunds = Map.of(version.eventId(), version);
        return parts.fragment();
    }

    public static Fragment of(Touch touch) {
        Parts parts = new Parts(touch.atMillis());
        parts.touches = Map.of(touch.id(), touch);
        return parts.fragment();
    }

    public static Fragment of(CouponClaim claim) {
        Parts parts = new Parts(claim.atMillis());
        parts.coupons = Map.of(claim.eventId(), claim);
        return parts.fragment();
    }

    /** The account was part of a chat message at this instant, epoch milliseconds. */
    public static Fragment ofMessage(long atMillis) {
        Parts parts = new Parts(atMillis);
        parts.lastMessageMillis = atMillis;
        return parts.fragment();
    }

    /** The account looked around in a shop or live room at this instant, epoch milliseconds. */
    public static Fragment ofBrowse(long atMillis) {
        Parts parts = new Parts(atMillis);
        parts.lastBrowseMillis = atMillis;
        return parts.fragment();
    }

    /** The account has a phone: its hash, and the text that may be shown. Says nothing of when. */
    public static Fragment ofPhone(String hash, String masked) {
        Parts parts = new Parts();
        parts.maskedPhones = Map.of(hash, masked);
        return parts.fragment();
    }

    /** The account existed at this instant, epoch milliseconds; nothing more is known. */
    public static Fragment seen(long atMillis) {
        return new Parts(atMillis).fragment();
    }

    /** The keys of the orders that it says something of, by itself or by a refund. */
    public Set<String> toldOrders() {
        Set<String> told = new TreeSet<>();
        orders.values().forEach(version -> told.add(version.order()));
        refunds.values().stream()
                .map(RefundVersion::order)
                .filter(Objects::nonNull)
                .forEach(told::add);
        return told;
    }

    /** What it says of one order, and nothing else. */
    public Fragment ofOrder(String order) {
        Parts parts = new Parts();
        parts.orders = kept(orders, version -> version.order().equals(order));
        parts.refunds = kept(refunds, version -> order.equals(version.order()));
        return parts.fragment();
    }

    /** All but what it says of these orders. */
    public Fragment without(Set<String> keys) {
        if (keys.isEmpty()) {
            return this;
        }
        return new Fragment(
                kept(orders, version -> !keys.contains(version.order())),
                kept(refunds, version -> version.order() == null || !keys.contains(version.order())),
                touches,
                coupons,
                maskedPhones,
                firstSeenMillis,
                lastMessageMillis,
                lastBrowseMillis,
                awakeOnArrival);
    }

    /** The same of an event whose own time is absurd: that somebody was awake is known of its arrival, and of the first one only. */
    public Fragment onArrival(String eventId) {
        long awake = Math.max(lastMessageMillis, lastBrowseMillis);
        if (awake == Long.MIN_VALUE) {
            return this;
        }
        return new Fragment(
                orders,
                refunds,
                touches,
                coupons,
                maskedPhones,
                firstSeenMillis,
                Long.MIN_VALUE,
                Long.MIN_VALUE,
                Map.of(eventId, awake));
    }

    /** The latest message or browse, epoch milliseconds; {@link Long#MIN_VALUE} if none. */
    public long lastAwakeMillis() {
        long last = Math.max(lastMessageMillis, lastBrowseMillis);
        for (long arrived : awakeOnArrival.values()) {
            last = Math.max(last, arrived);
        }
        return last;
    }

    public Fragment merge(Fragment other) {
        return new Fragment(
                union(orders, other.orders, OrderVersion::newer),
                union(refunds, other.refunds, RefundVersion::newer),
                union(touches, other.touches, Touch::earlier),
                union(coupons, other.coupons, CouponClaim::earlier),
                union(maskedPhones, other.maskedPhones, (a, b) -> a.compareTo(b) <= 0 ? a : b),
                Math.min(firstSeenMillis, other.firstSeenMillis),
                Math.max(lastMessageMillis, other.lastMessageMillis),
                Math.max(lastBrowseMillis, other.lastBrowseMillis),
                union(awakeOnArrival, other.awakeOnArrival, Math::min));
    }

    private static <V> Map<String, V> kept(Map<String, V> all, Predicate<V> which) {
        Map<String, V> kept = new HashMap<>(all);
        kept.values().removeIf(which.negate());
        return kept.size() == all.size() ? all : kept;
    }

    private static <V> Map<String, V> union(Map<String, V> left, Map<String, V> right, BinaryOperator<V> winner) {
        if (right.isEmpty()) {
            return left;
        }
        if (left.isEmpty()) {
            return right;
        }
        Map<String, V> union = new HashMap<>(left);
        right.forEach((id, value) -> union.merge(id, value, winner));
        return union;
    }

    /** The parts of a fragment in the making. Each begins as the neutral element of its merge. */
    private static final class Parts {

        private Map<String, OrderVersion> orders = Map.of();
        private Map<String, RefundVersion> refunds = Map.of();
        private Map<String, Touch> touches = Map.of();
        private Map<String, CouponClaim> coupons = Map.of();
        private Map<String, String> maskedPhones = Map.of();
        private final long firstSeenMillis;
        private long lastMessageMillis = Long.MIN_VALUE;
        private long lastBrowseMillis = Long.MIN_VALUE;

        private Parts() {
            this(Long.MAX_VALUE);
        }

        private Parts(long firstSeenMillis) {
            this.firstSeenMillis = firstSeenMillis;
        }

        private Fragment fragment() {
            return new Fragment(
                    orders,
                    refunds,
                    touches,
                    coupons,
                    maskedPhones,
                    firstSeenMillis,
                    lastMessageMillis,
                    lastBrowseMillis,
                    Map.of());
        }
    }
}
