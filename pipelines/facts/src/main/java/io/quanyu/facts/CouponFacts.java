package io.quanyu.facts;

import io.quanyu.domain.customer.CouponClaim;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Touch;
import io.quanyu.events.CouponChange;
import io.quanyu.events.CouponChanged;
import org.jspecify.annotations.Nullable;

/** A claimed coupon counts, and it is a touch of its channel, else of the live room in which it was claimed. What becomes of it later says nothing. */
final class CouponFacts {

    private CouponFacts() {}

    static Content of(CouponChanged coupon) {
        if (coupon.getChange() != CouponChange.CLAIMED) {
            return Content.NOTHING;
        }
        long at = coupon.getOccurredAt().toEpochMilli();
        Fragment claimed = Fragment.of(new CouponClaim(coupon.getEventId(), at, coupon.getLiveRoom()));
        Touch touch = touch(coupon, at);
        return new Content.OfAccount(touch == null ? claimed : claimed.merge(Fragment.of(touch)));
    }

    private static @Nullable Touch touch(CouponChanged coupon, long at) {
        String channel = coupon.getChannel();
        if (channel != null) {
            return Touch.ofChannel(coupon.getEventId(), at, channel);
        }
        return coupon.getLiveRoom() == null ? null : Touch.ofLiveRoom(coupon.getEventId(), at, coupon.getPlatform());
    }
}
