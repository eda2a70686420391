package io.quanyu.jobs.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
import io.quanyu.domain.customer.CouponClaim;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.customer.RefundStatus;
import io.quanyu.domain.customer.RefundVersion;
import io.quanyu.domain.customer.Touch;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Ruling;
import io.quanyu.domain.identity.Ruling.Kind;
import io.quanyu.events.Behaved;
import io.quanyu.events.Behavior;
import io.quanyu.events.ContactChange;
import io.quanyu.events.ContactChanged;
import io.quanyu.events.CouponChange;
import io.quanyu.events.CouponChanged;
import io.quanyu.events.Identifier;
import io.quanyu.events.IdentityRuled;
import io.quanyu.events.IdentityRuling;
import io.quanyu.events.LiveCodeScanned;
import io.quanyu.events.MessageAction;
import io.quanyu.events.MessageSent;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.RefundChanged;
import io.quanyu.jobs.channel.LiveCodeFact;
import io.quanyu.jobs.channel.SpendFact;
import io.quanyu.jobs.identity.RulingSeen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DomainFactsTest {

    private static final Instant TEN = Instant.parse("2026-09-01T10:00:00Z");
    private static final Instant NINE = Instant.parse("2026-09-01T09:00:00Z");
    private static final long FILLED = Filled.INSTANT.toEpochMilli();
    private static final Identifier LI = new Identifier("external_userid", "ww1", "wmLI", "self", null);
    private static final io.quanyu.domain.identity.Identifier LI_IN_DOMAIN =
            new io.quanyu.domain.identity.Identifier("external_userid", "ww1", "wmLI");

    @Test
    void theSubjectIsSightedAndTiedToEveryOtherIdentifier() {
        var scan = scan();
        scan.setIdentifiers(List.of(LI, new Identifier("unionid", "wechat:tea", "oU", "unionid", null)));

        EventFacts facts = DomainFacts.of(EventKinds.SCAN, scan);

        var union = new io.quanyu.domain.identity.Identifier("unionid", "wechat:tea", "oU");
        assertThat(facts.evidence().evidence())
                .as("first known when it was received, last held when it happened")
                .containsExactly(
                        new Evidence(LI_IN_DOMAIN, LI_IN_DOMAIN, "self", FILLED, TEN.toEpochMilli(), "e-1"),
                        new Evidence(LI_IN_DOMAIN, union, "unionid", FILLED, TEN.toEpochMilli(), "e-1"));
        assertThat(facts.tenant()).isEqualTo("tenant");
        assertThat(facts.receivedAtMillis()).isEqualTo(FILLED);
        assertThat(facts.kind()).isEqualTo("scan");
        assertThat(facts.account().account()).isEqualTo("external_userid|ww1|wmLI");
    }

    @Test
    void aChatRoomIsNoPerson() {
        var message = (MessageSent) Filled.of(EventKinds.MESSAGE, "e-1");
        message.setSubject(new Identifier("room", "ww1", "wrROOM", "self", null));

        EventFacts facts = DomainFacts.of(EventKinds.MESSAGE, message);

        assertThat(facts.evidence()).isNull();
        assertThat(facts.account()).isNull();
    }

    @Test
    void anOrderIsOneVersionOfIt() {
        var order = (OrderChanged) Filled.of(EventKinds.ORDER, "e-1");

        assertThat(fragment(EventKinds.ORDER, order).orders())
                .isEqualTo(Map.of(
                        "e-1",
                        new OrderVersion(
                                "e-1",
                                "platform|shop|order_id",
                                101,
                                Fulfilment.PAID,
                                FILLED,
                                FILLED,
                                FILLED,
                                101L,
                                "live_room",
                                "live_code",
                                "region",
                                FILLED)));
    }

    @Test
    void aRefundNamesItsOrderIfThePayloadDoes() {
        var refund = (RefundChanged) Filled.of(EventKinds.REFUND, "e-1");
        refund.setStatus(io.quanyu.events.RefundStatus.SUCCEEDED);
        var version = new RefundVersion(
                "e-1",
                "platform|shop|order_id",
                "platform|shop|refund_id",
                101,
                RefundStatus.SUCCEEDED,
                101L,
                FILLED,
                FILLED);
        assertThat(fragment(EventKinds.REFUND, refund).refunds()).isEqualTo(Map.of("e-1", version));

        refund.setOrderId(null);
        assertThat(fragment(EventKinds.REFUND, refund).refunds().get("e-1").order())
                .isNull();
    }

    @Test
    void aScanIsATouchOfItsCode() {
        assertThat(touches(EventKinds.SCAN, scan())).containsExactly(Touch.ofCode("e-1", TEN.toEpochMilli(), "LC_7"));
    }

    @Test
    void anAddAndItsReadBackAreOneTouch() {
        var added = contact(ContactChange.ADDED, NINE, null);
        var readBack = contact(ContactChange.READ_BACK, TEN, NINE);
        var touch = Touch.ofCode("add:ww1:zhang:wmLI:" + NINE.getEpochSecond(), NINE.toEpochMilli(), "LC_7");

        assertThat(touches(EventKinds.CONTACT, added)).containsExactly(touch);
        assertThat(touches(EventKinds.CONTACT, readBack)).containsExactly(touch);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADDED", "HALF_ADDED", "READ_BACK"})
    void noOtherChangeOfAContactIsATouch(ContactChange change) {
        assertThat(touches(EventKinds.CONTACT, contact(change, TEN, NINE))).isEmpty();
    }

    @Test
    void aFriendWithoutCodeIsNoTouch() {
        var added = contact(ContactChange.ADDED, NINE, null);
        added.setLiveCode(null);

        assertThat(touches(EventKinds.CONTACT, added)).isEmpty();
    }

    @Test
    void onlyWhatTheCustomerWritesShowsThatTheyAreAwake() {
        assertThat(fragment(EventKinds.MESSAGE, message(MessageAction.SENT, true))
                        .lastMessageMillis())
                .isEqualTo(FILLED);
        assertThat(fragment(EventKinds.MESSAGE, message(MessageAction.SENT, false)))
                .isEqualTo(Fragment.seen(FILLED));
        assertThat(fragment(EventKinds.MESSAGE, message(MessageAction.RECALLED, true)))
                .isEqualTo(Fragment.seen(FILLED));
    }

    @Test
    void aClickWithAChannelAndAVisitOfALiveRoomAreTouches() {
        assertThat(touches(EventKinds.BEHAVIOR, behaved(Behavior.CLICK, "小红书")))
                .containsExactly(Touch.ofChannel("e-1", FILLED, "小红书"));
        assertThat(touches(EventKinds.BEHAVIOR, behaved(Behavior.LIVE_ENTER, null)))
                .containsExactly(Touch.ofChannel("e-1", FILLED, "抖音直播间"));
        assertThat(touches(EventKinds.BEHAVIOR, behaved(Behavior.VIEW, "小红书"))).isEmpty();
        assertThat(touches(EventKinds.BEHAVIOR, behaved(Behavior.CLICK, null))).isEmpty();
        assertThat(fragment(EventKinds.BEHAVIOR, behaved(Behavior.VIEW, null)).lastBrowseMillis())
                .isEqualTo(FILLED);
    }

    @Test
    void aClaimedCouponCountsAndWithAChannelItIsATouch() {
        var claimed = coupon(CouponChange.CLAIMED, "小红书");

        assertThat(fragment(EventKinds.COUPON, claimed).coupons())
                .isEqualTo(Map.of("e-1", new CouponClaim("e-1", FILLED, "live_room")));
        assertThat(touches(EventKinds.COUPON, claimed)).containsExactly(Touch.ofChannel("e-1", FILLED, "小红书"));
        assertThat(touches(EventKinds.COUPON, coupon(CouponChange.CLAIMED, null)))
                .isEmpty();
        assertThat(fragment(EventKinds.COUPON, coupon(CouponChange.REDEEMED, "小红书")))
                .isEqualTo(Fragment.seen(FILLED));
    }

    @Test
    void aPhoneIsShownMaskedUnlessItIsAnothers() {
        var order = (OrderChanged) Filled.of(EventKinds.ORDER.stored());
        order.setIdentifiers(List.of(
                new Identifier("phone", "tea", "aa", "buyer-phone", "138****0000"),
                new Identifier("phone", "tea", "bb", "receiver-phone", "139****0000"),
                new Identifier("phone", "tea", "cc", "household", "137****0000")));

        assertThat(fragment(EventKinds.ORDER, order).maskedPhones()).isEqualTo(Map.of("aa", "138****0000"));
    }

    @Test
    void spendIsKnownByPlatformAccountProjectPromotionAndHour() {
        EventFacts facts = DomainFacts.of(EventKinds.SPEND, project(Filled.of(EventKinds.SPEND, "e-1")));

        assertThat(facts.spend())
                .isEqualTo(new SpendFact(
                        "tenant",
                        "e-1",
                        FILLED,
                        "channel",
                        "platform|shop|project|promotion|101",
                        LocalDate.of(2026, 9, 1).toEpochDay(),
                        101,
                        101));
        assertThat(facts.evidence()).isNull();
        assertThat(facts.account()).isNull();
    }

    @Test
    void aDefinitionNamesTheChannelOfACode() {
        EventFacts facts = DomainFacts.of(EventKinds.LIVE_CODE, project(Filled.of(EventKinds.LIVE_CODE, "e-1")));

        assertThat(facts.liveCode()).isEqualTo(new LiveCodeFact("tenant", "e-1", FILLED, "live_code", "channel", 101));
        assertThat(facts.account()).isNull();
    }

    @Test
    void aBlockNamesAnIdentifierAndCountsByWhenItWasDecided() {
        IdentityRuled block = ruled(IdentityRuling.BLOCK);
        block.setIdentifier(LI);

        EventFacts facts = DomainFacts.of(EventKinds.RULING, block);

        assertThat(facts.ruling())
                .isEqualTo(new RulingSeen(
                        "tenant", new Ruling(Kind.BLOCK, LI_IN_DOMAIN.text(), TEN.toEpochMilli(), "e-1"), FILLED));
        assertThat(facts.evidence()).as("an operator is no customer").isNull();
        assertThat(facts.account()).isNull();
    }

    @Test
    void aRetractionNamesEvidenceWhicheverEndComesFirst() {
        IdentityRuled retract = ruled(IdentityRuling.RETRACT);
        var phone = new io.quanyu.domain.identity.Identifier("phone", "tea", "aa");
        retract.setLeftIdentifier(new Identifier("phone", "tea", "aa", "self", null));
        retract.setRightIdentifier(LI);
        retract.setRule("remark-phone");
        Evidence wrong = Evidence.seen(LI_IN_DOMAIN, phone, "remark-phone", 7, "another");

        assertThat(DomainFacts.of(EventKinds.RULING, retract).ruling().ruling())
                .isEqualTo(new Ruling(Kind.RETRACT, wrong.key(), TEN.toEpochMilli(), "e-1"));
    }

    @ParameterizedTest
    @EnumSource(IdentityRuling.class)
    void aRulingThatNamesNothingSaysNothing(IdentityRuling kind) {
        IdentityRuled ruling = ruled(kind);
        ruling.setIdentifier(null);
        ruling.setRule(null);

        assertThat(DomainFacts.of(EventKinds.RULING, ruling).ruling()).isNull();
    }

    private static Fragment fragment(EventKind kind, SpecificRecordBase event) {
        return DomainFacts.of(kind, event).account().fragment();
    }

    private static Iterable<Touch> touches(EventKind kind, SpecificRecordBase event) {
        return fragment(kind, event).touches().values();
    }

    private static LiveCodeScanned scan() {
        var scan = (LiveCodeScanned) Filled.of(EventKinds.SCAN, "e-1");
        scan.setOccurredAt(TEN);
        scan.setSubject(LI);
        scan.setLiveCode("LC_7");
        return scan;
    }

    private static ContactChanged contact(ContactChange change, Instant at, @Nullable Instant addedAt) {
        var contact = (ContactChanged) Filled.of(EventKinds.CONTACT, "e-" + change);
        contact.setSubject(LI);
        contact.setStaff("zhang");
        contact.setChange(change);
        contact.setOccurredAt(at);
        contact.setAddedAt(addedAt);
        contact.setLiveCode("LC_7");
        return contact;
    }

    private static IdentityRuled ruled(IdentityRuling ruling) {
        var ruled = (IdentityRuled) Filled.of(EventKinds.RULING, "e-1");
        ruled.setSubject(new Identifier("operator", "tea", "zhang", "self", null));
        ruled.setRuling(ruling);
        ruled.setOccurredAt(TEN);
        return ruled;
    }

    private static MessageSent message(MessageAction action, boolean fromCustomer) {
        var message = (MessageSent) Filled.of(EventKinds.MESSAGE, "e-1");
        message.setAction(action);
        message.setFromCustomer(fromCustomer);
        return message;
    }

    private static Behaved behaved(Behavior behavior, @Nullable String channel) {
        var behaved = (Behaved) Filled.of(EventKinds.BEHAVIOR, "e-1");
        behaved.setPlatform("douyin");
        behaved.setBehavior(behavior);
        behaved.setChannel(channel);
        return behaved;
    }

    private static CouponChanged coupon(CouponChange change, @Nullable String channel) {
        var coupon = (CouponChanged) Filled.of(EventKinds.COUPON, "e-1");
        coupon.setChange(change);
        coupon.setChannel(channel);
        return coupon;
    }

    private static SpecificRecordBase project(SpecificRecordBase event) {
        ((Identifier) event.get("subject")).setType("project");
        return event;
    }
}
