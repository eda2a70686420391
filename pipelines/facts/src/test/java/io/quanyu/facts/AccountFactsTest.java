package io.quanyu.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.EventKinds;
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
import io.quanyu.events.RefundState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each kind of event says of the account that acted. */
class AccountFactsTest {

    private static final Instant TEN = Instant.parse("2026-09-01T10:00:00Z");
    private static final Instant NINE = Instant.parse("2026-09-01T09:00:00Z");
    private static final long AT = Filled.MILLIS;

    @Test
    void anOrderIsOneVersionOfIt() {
        OrderChanged order = Filled.event(EventKinds.ORDER, OrderChanged.class);

        assertThat(OrderFacts.of(order))
                .isEqualTo(account(Fragment.of(new OrderVersion(
                        "e-1",
                        "platform|shop|order_id",
                        101,
                        Fulfilment.PAID,
                        AT,
                        AT,
                        AT,
                        101L,
                        "live_room",
                        "live_code",
                        "region",
                        AT,
                        "currency",
                        true,
                        false))));
    }

    @Test
    void aThinPushThatSaysNothingOfHoldAndRefundsSaysNothing() {
        OrderChanged thin = Filled.event(EventKinds.ORDER, OrderChanged.class);
        thin.setComplete(false);
        thin.setHold(false);
        thin.setRefundState(RefundState.NONE);
        assertThat(version(thin)).returns(null, OrderVersion::hold).returns(null, OrderVersion::refundedInFull);

        thin.setRefundState(RefundState.REFUNDED);
        assertThat(version(thin).refundedInFull()).isTrue();
    }

    private static OrderVersion version(OrderChanged order) {
        return ((Content.OfAccount) OrderFacts.of(order))
                .fragment()
                .orders()
                .values()
                .iterator()
                .next();
    }

    @Test
    void aRefundNamesItsOrderIfThePayloadDoes() {
        RefundChanged refund = Filled.event(EventKinds.REFUND, RefundChanged.class);
        refund.setStatus(io.quanyu.events.RefundStatus.SUCCEEDED);
        assertThat(RefundFacts.of(refund)).isEqualTo(account(Fragment.of(refundOf("platform|shop|order_id"))));

        refund.setOrderId(null);
        assertThat(RefundFacts.of(refund)).isEqualTo(account(Fragment.of(refundOf(null))));
    }

    @Test
    void aScanIsATouchOfItsCode() {
        LiveCodeScanned scan = Filled.event(EventKinds.SCAN, LiveCodeScanned.class);

        assertThat(ScanFacts.of(scan)).isEqualTo(touched(Touch.ofCode("e-1", AT, "live_code")));
    }

    @Test
    void anAddAndItsReadBackAreOneTouch() {
        Content touch =
                touched(Touch.ofCode("add:ww1:zhang:wmLI:" + NINE.getEpochSecond(), NINE.toEpochMilli(), "LC_7"));

        assertThat(ContactFacts.of(contact(ContactChange.ADDED, NINE, null))).isEqualTo(touch);
        assertThat(ContactFacts.of(contact(ContactChange.READ_BACK, TEN, NINE))).isEqualTo(touch);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADDED", "HALF_ADDED", "READ_BACK"})
    void noOtherChangeOfAContactIsATouch(ContactChange change) {
        assertThat(ContactFacts.of(contact(change, TEN, NINE))).isEqualTo(Content.NOTHING);
    }

    @Test
    void aFriendWithoutCodeIsNoTouch() {
        ContactChanged added = contact(ContactChange.ADDED, NINE, null);
        added.setLiveCode(null);

        assertThat(ContactFacts.of(added)).isEqualTo(Content.NOTHING);
    }

    @Test
    void onlyWhatTheCustomerWritesShowsThatTheyAreAwake() {
        assertThat(MessageFacts.of(message(MessageAction.SENT, true))).isEqualTo(account(Fragment.ofMessage(AT)));
        assertThat(MessageFacts.of(message(MessageAction.SENT, false))).isEqualTo(Content.NOTHING);
        assertThat(MessageFacts.of(message(MessageAction.RECALLED, true))).isEqualTo(Content.NOTHING);
    }

    @Test
    void aClickWithAChannelAndAVisitOfALiveRoomAreTouches() {
        Fragment browsed = Fragment.ofBrowse(AT);

        assertThat(BehaviorFacts.of(behaved(Behavior.CLICK, "小红书")))
                .isEqualTo(account(browsed.merge(Fragment.of(Touch.ofChannel("e-1", AT, "小红书")))));
        assertThat(BehaviorFacts.of(behaved(Behavior.LIVE_ENTER, null)))
                .isEqualTo(account(browsed.merge(Fragment.of(Touch.ofChannel("e-1", AT, "抖音直播间")))));
        assertThat(BehaviorFacts.of(behaved(Behavior.VIEW, "小红书"))).isEqualTo(account(browsed));
        assertThat(BehaviorFacts.of(behaved(Behavior.CLICK, null))).isEqualTo(account(browsed));
    }

    @Test
    void aClaimedCouponIsATouchOfItsChannelOrOfItsLiveRoom() {
        Fragment claim = Fragment.of(new CouponClaim("e-1", AT, "live_room"));

        assertThat(CouponFacts.of(coupon(CouponChange.CLAIMED, "小红书")))
                .isEqualTo(account(claim.merge(Fragment.of(Touch.ofChannel("e-1", AT, "小红书")))));
        assertThat(CouponFacts.of(coupon(CouponChange.CLAIMED, null)))
                .isEqualTo(account(claim.merge(Fragment.of(Touch.ofLiveRoom("e-1", AT, "platform")))));
        CouponChanged outside = coupon(CouponChange.CLAIMED, null);
        outside.setLiveRoom(null);
        assertThat(CouponFacts.of(outside)).isEqualTo(account(Fragment.of(new CouponClaim("e-1", AT, null))));
        assertThat(CouponFacts.of(coupon(CouponChange.REDEEMED, "小红书"))).isEqualTo(Content.NOTHING);
    }

    private static Content account(Fragment fragment) {
        return new Content.OfAccount(fragment);
    }

    private static Content touched(Touch touch) {
        return account(Fragment.of(touch));
    }

    private static RefundVersion refundOf(@Nullable String order) {
        return new RefundVersion(
                "e-1", order, "platform|shop|refund_id", 101, RefundStatus.SUCCEEDED, 101L, AT, AT, "currency");
    }

    private static ContactChanged contact(ContactChange change, Instant at, @Nullable Instant addedAt) {
        ContactChanged contact = Filled.event(EventKinds.CONTACT, ContactChanged.class);
        contact.setSubject(new Identifier("external_userid", "ww1", "wmLI", "self", null));
        contact.setStaff("zhang");
        contact.setChange(change);
        contact.setOccurredAt(at);
        contact.setAddedAt(addedAt);
        contact.setLiveCode("LC_7");
        return contact;
    }

    private static MessageSent message(MessageAction action, boolean fromCustomer) {
        MessageSent message = Filled.event(EventKinds.MESSAGE, MessageSent.class);
        message.setAction(action);
        message.setFromCustomer(fromCustomer);
        return message;
    }

    private static Behaved behaved(Behavior behavior, @Nullable String channel) {
        Behaved behaved = Filled.event(EventKinds.BEHAVIOR, Behaved.class);
        behaved.setPlatform("douyin");
        behaved.setBehavior(behavior);
        behaved.setChannel(channel);
        return behaved;
    }

    private static CouponChanged coupon(CouponChange change, @Nullable String channel) {
        CouponChanged coupon = Filled.event(EventKinds.COUPON, CouponChanged.class);
        coupon.setChange(change);
        coupon.setChannel(channel);
        return coupon;
    }
}
