package io.quanyu.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.contract.EventKinds;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.customer.Touch;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.events.Behaved;
import io.quanyu.events.Identifier;
import io.quanyu.events.LiveCodeDefined;
import io.quanyu.events.LiveCodeScanned;
import io.quanyu.events.MessageSent;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.SpendReported;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Instant TEN = Instant.parse("2026-09-01T10:00:00Z");
    private static final Identifier LI = new Identifier("external_userid", "ww1", "wmLI", "self", null);
    private static final io.quanyu.domain.identity.Identifier LI_IN_DOMAIN =
            new io.quanyu.domain.identity.Identifier("external_userid", "ww1", "wmLI");

    @Test
    void theSubjectIsSightedAndTiedToEveryOtherIdentifier() {
        LiveCodeScanned scan = scan();
        scan.setIdentifiers(List.of(LI, new Identifier("unionid", "wechat:tea", "oU", "unionid", null)));

        Facts facts = Facts.of(EventKinds.SCAN, scan);

        var union = new io.quanyu.domain.identity.Identifier("unionid", "wechat:tea", "oU");
        assertThat(facts.evidence())
                .as("first known when it was received, last held when it happened")
                .containsExactly(
                        new Evidence(LI_IN_DOMAIN, LI_IN_DOMAIN, "self", Filled.MILLIS, TEN.toEpochMilli(), "e-1"),
                        new Evidence(LI_IN_DOMAIN, union, "unionid", Filled.MILLIS, TEN.toEpochMilli(), "e-1"));
        assertThat(facts.subject()).isEqualTo("external_userid|ww1|wmLI");
        assertThat(facts.head().tenant()).isEqualTo("tenant");
        assertThat(facts.head().receivedAt()).isEqualTo(Filled.INSTANT);
    }

    /** A phone with a wrong clock must not keep somebody awake for ten years. */
    @Test
    void whatClaimsToHappenAfterItsArrivalCountsFromItsArrivalOn() {
        Behaved view = Filled.event(EventKinds.BEHAVIOR, Behaved.class);
        view.setOccurredAt(Filled.INSTANT.plus(Duration.ofDays(3_650)));

        Fragment first = fragment(Facts.of(EventKinds.BEHAVIOR, view));
        assertThat(first.lastAwakeMillis()).isEqualTo(Filled.MILLIS);
        Behaved again = Behaved.newBuilder(view)
                .setReceivedAt(Filled.INSTANT.plusSeconds(3_600))
                .build();
        assertThat(first.merge(fragment(Facts.of(EventKinds.BEHAVIOR, again))).lastAwakeMillis())
                .as("the first time it was delivered")
                .isEqualTo(Filled.MILLIS);
        assertThat(view.getOccurredAt()).as("what it claims is kept").isAfter(Filled.INSTANT);

        view.setOccurredAt(Filled.INSTANT.plus(Clocks.SKEW).plusMillis(1));
        assertThat(fragment(Facts.of(EventKinds.BEHAVIOR, view)).lastAwakeMillis())
                .isEqualTo(Filled.MILLIS);
        view.setOccurredAt(Filled.INSTANT.plus(Clocks.SKEW));
        assertThat(fragment(Facts.of(EventKinds.BEHAVIOR, view)).lastBrowseMillis())
                .as("as far as clocks differ")
                .isEqualTo(view.getOccurredAt().toEpochMilli());
    }

    @Test
    void anOrderPaidInTheFutureIsPaidWhenWeHearOfIt() {
        OrderChanged order = Filled.event(EventKinds.ORDER, OrderChanged.class);
        order.setPaidAt(Instant.ofEpochMilli(Long.MAX_VALUE));

        assertThat(fragment(Facts.of(EventKinds.ORDER, order)).orders().values())
                .extracting(OrderVersion::paidAtMillis)
                .containsExactly(Filled.MILLIS);
    }

    @Test
    void aChatRoomIsNoPerson() {
        MessageSent message = Filled.event(EventKinds.MESSAGE, MessageSent.class);
        message.setFromCustomer(true);
        message.setSubject(new Identifier("room", "ww1", "wrROOM", "self", null));

        Facts facts = Facts.of(EventKinds.MESSAGE, message);

        assertThat(facts.evidence()).isEmpty();
        assertThat(facts.content()).isEqualTo(Content.NOTHING);
    }

    @Test
    void aPhoneIsShownMaskedUnlessItIsAnothers() {
        OrderChanged order = Filled.event(EventKinds.ORDER, OrderChanged.class);
        order.setIdentifiers(List.of(
                new Identifier("phone", "tea", "aa", "buyer-phone", "138****0000"),
                new Identifier("phone", "tea", "bb", "receiver-phone", "139****0000"),
                new Identifier("phone", "tea", "cc", "household", "137****0000"),
                new Identifier("unionid", "tea", "dd", "unionid", "136****0000"),
                new Identifier("phone", "tea", "ee", "buyer-phone", null)));

        assertThat(fragment(Facts.of(EventKinds.ORDER, order)).maskedPhones()).isEqualTo(Map.of("aa", "138****0000"));
    }

    @Test
    void spendInAnotherCurrencyThanTheTenantsIsNotAdded() {
        SpendReported report = Filled.event(EventKinds.SPEND, SpendReported.class);
        report.setCurrency("CNY");
        report.setTenantCurrency("GBP");
        assertThat(Facts.of(EventKinds.SPEND, report).content()).isEqualTo(Content.NOTHING);
        report.setTenantCurrency(null);
        assertThat(Facts.of(EventKinds.SPEND, report).content()).isInstanceOf(Content.OfSpend.class);
    }

    @Test
    void spendIsKnownByPlatformAccountProjectPromotionAndHour() {
        SpendReported report = Filled.event(EventKinds.SPEND, SpendReported.class);
        report.setTenantCurrency(report.getCurrency());
        Facts facts = Facts.of(EventKinds.SPEND, report);

        assertThat(facts.content())
                .isEqualTo(new Content.OfSpend(
                        "channel",
                        "platform|shop|project|promotion|101",
                        LocalDate.of(2026, 9, 1).toEpochDay(),
                        101,
                        101));
        assertThat(facts.evidence())
                .as("spend is of no person, whatever its subject")
                .isEmpty();
    }

    @Test
    void aDefinitionNamesTheChannelOfACode() {
        Facts facts = Facts.of(EventKinds.LIVE_CODE, Filled.event(EventKinds.LIVE_CODE, LiveCodeDefined.class));

        assertThat(facts.content())
                .isEqualTo(new Content.OfLiveCode("live_code", "channel", 101, Filled.MILLIS, Filled.MILLIS));
        assertThat(facts.evidence()).isEmpty();
    }

    @Test
    void aKindOfSomebodysOwnIsReadByTheClassThatComesWithIt() {
        Facts facts = Facts.of(EventKinds.named("points"), Filled.event(PointsFacts.POINTS, Behaved.class));

        assertThat(fragment(facts)).isEqualTo(Fragment.of(Touch.ofChannel("e-1", Filled.MILLIS, "会员积分")));
    }

    @Test
    void aKindThatNoClassReadsSaysWhoIsWhoAndWhenTheyWereSeen() {
        Behaved ticket = Filled.event(PointsFacts.TICKET, Behaved.class);
        ticket.setSubject(LI);
        ticket.setIdentifiers(List.of(LI));

        Facts facts = Facts.of(EventKinds.named("ticket"), ticket);

        assertThat(facts.evidence()).containsExactly(Evidence.sighting(LI_IN_DOMAIN, Filled.MILLIS, "e-1"));
        assertThat(fragment(facts)).isEqualTo(Fragment.seen(Filled.MILLIS));
    }

    @Test
    void aKindThatIsReadInTwoWaysIsRefused() {
        var second = new KindFacts<>(EventKinds.ORDER, OrderChanged.class, order -> Content.NOTHING);

        assertThatThrownBy(() -> FactsByKind.with(List.of(() -> List.of(second))))
                .hasMessage("Events of kind order are read in two ways: leave out one of them (MoreFacts)");
    }

    private static Fragment fragment(Facts facts) {
        return ((Content.OfAccount) facts.content()).fragment();
    }

    private static LiveCodeScanned scan() {
        LiveCodeScanned scan = Filled.event(EventKinds.SCAN, LiveCodeScanned.class);
        scan.setOccurredAt(TEN);
        scan.setSubject(LI);
        return scan;
    }
}
