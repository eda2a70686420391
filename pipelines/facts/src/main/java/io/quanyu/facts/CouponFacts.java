package io.quanyu.facts;

import io.quanyu.domain.customer.CouponClaim;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Touch;
import io.quanyu.events.CouponChange;
import io.quanyu.events.CouponChanged;

/** A claimed coupon counts, and with a channel it is a touch. What becomes of it later says nothing. */
final class CouponFacts {

    private CouponFacts() {}

    static Content of(CouponChanged coupon) {
        if (coupon.getChange() != CouponChange.CLAIMED) {
            return Content.NOTHING;
        }
        long at = coupon.getOccurredAt().toEpochMilli();
        Fragment claimed = Fragment.of(new CouponClaim(coupon.getEventId(), at, coupon.getLiveRoom()));
        String channel = coupon.getChannel();
        return new Content.OfAccount(
                channel == null
                        ? claimed
                        : claimed.merge(Fragment.of(Touch.ofChannel(coupon.getEventId(), at, channel))));
    }
}
