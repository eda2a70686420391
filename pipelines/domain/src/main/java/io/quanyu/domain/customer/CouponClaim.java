package io.quanyu.domain.customer;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The person claimed a coupon.
 *
 * @param atMillis when, epoch milliseconds
 * @param liveRoom the live room in which it was claimed; null if in none
 */
public record CouponClaim(String eventId, long atMillis, @Nullable String liveRoom) implements Comparable<CouponClaim> {

    private static final Comparator<CouponClaim> TIME = Comparator.comparingLong(CouponClaim::atMillis)
            .thenComparing(CouponClaim::eventId)
            .thenComparing(CouponClaim::toString);

    @Override
    public int compareTo(CouponClaim other) {
        return TIME.compare(this, other);
    }

    /** The earlier of two contents under one event id. */
    CouponClaim earlier(CouponClaim other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
