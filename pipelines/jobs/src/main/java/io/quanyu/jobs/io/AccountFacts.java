package io.quanyu.jobs.io;

import io.quanyu.domain.customer.CouponClaim;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.customer.RefundStatus;
import io.quanyu.domain.customer.RefundVersion;
import io.quanyu.domain.customer.Touch;
import io.quanyu.events.Behaved;
import io.quanyu.events.Behavior;
import io.quanyu.events.ContactChange;
import io.quanyu.events.ContactChanged;
import io.quanyu.events.CouponChange;
import io.quanyu.events.CouponChanged;
import io.quanyu.events.Identifier;
import io.quanyu.events.LiveCodeScanned;
import io.quanyu.events.MessageAction;
import io.quanyu.events.MessageSent;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.RefundChanged;
import io.quanyu.ingest.door.Ingestion;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** What an event says of the account that acted. */
final class AccountFacts {

    /** A phone under these links is somebody else's, or nobody's. */
    private static final Set<String> PHONES_OF_OTHERS = Set.of("receiver-phone", "household");

    private static final Set<ContactChange> ADDS =
            Set.of(ContactChange.ADDED, ContactChange.HALF_ADDED, ContactChange.READ_BACK);

    private AccountFacts() {}

    static Fragment of(SpecificRecordBase event) {
        Fragment fragment = Fragment.seen(((Instant) event.get("occurred_at")).toEpochMilli());
        if (event instanceof OrderChanged order) {
            fragment = fragment.merge(order(order));
        } else if (event instanceof RefundChanged refund) {
            fragment = fragment.merge(refund(refund));
        } else if (event instanceof MessageSent message) {
            fragment = message(message, fragment);
        } else if (event instanceof ContactChanged contact) {
            fragment = contact(contact, fragment);
        } else if (event instanceof LiveCodeScanned scan) {
            fragment = fragment.merge(Fragment.of(
                    Touch.ofCode(scan.getEventId(), scan.getOccurredAt().toEpochMilli(), scan.getLiveCode())));
        } else if (event instanceof Behaved behaved) {
            fragment = behaved(behaved, fragment);
        } else if (event instanceof CouponChanged coupon) {
            fragment = coupon(coupon, fragment);
        }
        return withPhones(event, fragment);
    }

    private static Fragment order(OrderChanged order) {
        return Fragment.of(new OrderVersion(
                order.getEventId(),
                key(order.getPlatform(), order.getShop(), order.getOrderId()),
                order.getVersion(),
                Fulfilment.valueOf(order.getFulfilment().name()),
                millis(order.getOrderedAt()),
                millis(order.getPaidAt()),
                millis(order.getClosedAt()),
                order.getPaidFen(),
                order.getLiveRoom(),
                order.getLiveCode(),
                order.getRegion(),
                order.getOccurredAt().toEpochMilli()));
    }

    private static Fragment refund(RefundChanged refund) {
        String order = refund.getOrderId();
        return Fragment.of(new RefundVersion(
                refund.getEventId(),
                order == null ? null : key(refund.getPlatform(), refund.getShop(), order),
                key(refund.getPlatform(), refund.getShop(), refund.getRefundId()),
                refund.getVersion(),
                RefundStatus.valueOf(refund.getStatus().name()),
                refund.getRefundFen(),
                millis(refund.getSucceededAt()),
                refund.getOccurredAt().toEpochMilli()));
    }

    /** What staff write does not show that the customer is awake. */
    private static Fragment message(MessageSent message, Fragment seen) {
        boolean spoke = message.getAction() == MessageAction.SENT && message.getFromCustomer();
        return spoke ? seen.merge(Fragment.ofMessage(message.getOccurredAt().toEpochMilli())) : seen;
    }

    private static Fragment contact(ContactChanged contact, Fragment seen) {
        String code = contact.getLiveCode();
        if (code == null || !ADDS.contains(contact.getChange())) {
            return seen;
        }
        Instant added = Objects.requireNonNullElse(contact.getAddedAt(), contact.getOccurredAt());
        Identifier customer = contact.getSubject();
        String id = Ingestion.touchIdOfAdd(
                customer.getScope(),
                Objects.requireNonNullElse(contact.getStaff(), ""),
                customer.getValue(),
                added.getEpochSecond());
        return seen.merge(Fragment.of(Touch.ofCode(id, added.toEpochMilli(), code)));
    }

    private static Fragment behaved(Behaved behaved, Fragment seen) {
        long at = behaved.getOccurredAt().toEpochMilli();
        Fragment browsed = seen.merge(Fragment.ofBrowse(at));
        Touch touch = touch(behaved, at);
        return touch == null ? browsed : browsed.merge(Fragment.of(touch));
    }

    private static @Nullable Touch touch(Behaved behaved, long at) {
        boolean entered = behaved.getBehavior() == Behavior.LIVE_ENTER;
        if (!entered && behaved.getBehavior() != Behavior.CLICK) {
            return null;
        }
        if (behaved.getChannel() != null) {
            return Touch.ofChannel(behaved.getEventId(), at, behaved.getChannel());
        }
        return entered ? Touch.ofLiveRoom(behaved.getEventId(), at, behaved.getPlatform()) : null;
    }

    private static Fragment coupon(CouponChanged coupon, Fragment seen) {
        if (coupon.getChange() != CouponChange.CLAIMED) {
            return seen;
        }
        long at = coupon.getOccurredAt().toEpochMilli();
        Fragment claimed = seen.merge(Fragment.of(new CouponClaim(coupon.getEventId(), at, coupon.getLiveRoom())));
        String channel = coupon.getChannel();
        return channel == null
                ? claimed
                : claimed.merge(Fragment.of(Touch.ofChannel(coupon.getEventId(), at, channel)));
    }

    private static Fragment withPhones(SpecificRecordBase event, Fragment fragment) {
        Fragment all = fragment;
        for (Object entry : (List<?>) event.get("identifiers")) {
            Identifier identifier = (Identifier) entry;
            String masked = identifier.getMasked();
            if (identifier.getType().equals("phone")
                    && masked != null
                    && !PHONES_OF_OTHERS.contains(identifier.getLink())) {
                all = all.merge(Fragment.ofPhone(identifier.getValue(), masked));
            }
        }
        return all;
    }

    private static String key(String platform, String shop, String id) {
        return platform + '|' + shop + '|' + id;
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
