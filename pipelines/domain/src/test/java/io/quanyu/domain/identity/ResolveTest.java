package io.quanyu.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.domain.identity.HeldBack.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a merchant would ask about. */
class ResolveTest {

    private static final IdentityPolicy POLICY = IdentityPolicy.standard();
    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final long PHONE_LIFE =
            Duration.ofDays(IdentityPolicy.PHONE_DAYS).toMillis();

    private static final Identifier CONTACT = new Identifier("external_userid", "corp", "wmLI");
    private static final Identifier UNIONID = new Identifier("unionid", "wechat:t", "oLI");
    private static final Identifier YOUZAN = new Identifier("yz_open_id", "youzan:1", "yzLI");
    private static final Identifier DOUYIN = new Identifier("doudian_open_id", "douyin:1", "dyLI");
    private static final Identifier MEMBER = new Identifier("pos_member", "pos:S1", "M1");
    private static final Identifier PHONE = new Identifier("phone", "t", "5f2c");
    private static final Identifier ORDER = new Identifier("order", "youzan:1", "E1");

    @Test
    void aChainOfLinksIsOnePerson() {
        Resolution persons = resolve(
                link(CONTACT, UNIONID, "unionid"),
                link(CONTACT, PHONE, "remark-phone"),
                link(YOUZAN, PHONE, "buyer-phone"),
                link(YOUZAN, ORDER, "order-of"));
        assertThat(persons.oneIds()).containsOnlyKeys(CONTACT, UNIONID, PHONE, YOUZAN, ORDER);
        assertThat(Set.copyOf(persons.oneIds().values())).hasSize(1);
        assertThat(persons.heldBack()).isEmpty();
    }

    @Test
    void aDiamondOfLinksIsOnePerson() {
        Resolution persons = resolve(
                link(CONTACT, UNIONID, "unionid"),
                link(CONTACT, PHONE, "remark-phone"),
                link(UNIONID, YOUZAN, "unionid"),
                link(YOUZAN, PHONE, "buyer-phone"));
        assertThat(Set.copyOf(persons.oneIds().values())).hasSize(1);
    }

    @Test
    void twoNamesInOnePayloadAreOnePerson() {
        Resolution persons = resolve(Evidence.sighting(UNIONID, NOON, "e1"), link(UNIONID, CONTACT, Evidence.SELF));
        assertThat(persons.oneIds().get(CONTACT)).isEqualTo(persons.oneIds().get(UNIONID));
    }

    @Test
    void anAccountThatNothingIsKnownOfIsAPerson() {
        Resolution persons = resolve(Evidence.sighting(YOUZAN, NOON, "e1"), Evidence.sighting(DOUYIN, NOON, "e2"));
        assertThat(persons.oneIds().get(YOUZAN))
                .matches("p[0-9a-v]{16}")
                .isNotEqualTo(persons.oneIds().get(DOUYIN));
        assertThat(persons.nextExpiryMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aPhoneOnFiveAccountsIsOnePersonsAndOnSixItIsShared() {
        List<Evidence> buyers = buyersOfOnePhone(IdentityPolicy.PHONE_ACCOUNTS);
        assertThat(Set.copyOf(resolve(buyers).oneIds().values())).hasSize(1);

        buyers.add(link(DOUYIN, PHONE, "buyer-phone"));
        Resolution shared = resolve(buyers);
        assertThat(shared.oneIds()).hasSize(7).containsKey(PHONE);
        assertThat(Set.copyOf(shared.oneIds().values())).hasSize(7);
        assertThat(shared.heldBack()).hasSize(6).allSatisfy(held -> {
            assertThat(held.reason()).isEqualTo(Reason.SHARED);
            assertThat(held.detail())
                    .isEqualTo("phone|t|5f2c is on more than 5 accounts, and one person's is on no more than that");
        });
    }

    @Test
    void manyOrdersAndParcelsDoNotMakeAPhoneShared() {
        List<Evidence> evidence = new ArrayList<>(List.of(link(YOUZAN, PHONE, "buyer-phone")));
        for (int i = 0; i < 10; i++) {
            evidence.add(link(new Identifier("order", "pos:S1", "R" + i), PHONE, "buyer-phone"));
            evidence.add(link(new Identifier("yz_open_id", "youzan:1", "friend" + i), PHONE, "receiver-phone"));
        }
        Resolution persons = resolve(evidence);
        assertThat(persons.oneIds().get(PHONE)).isEqualTo(persons.oneIds().get(YOUZAN));
        assertThat(Set.copyOf(persons.oneIds().values()))
                .as("ten friends and one buyer")
                .hasSize(11);
        assertThat(persons.heldBack())
                .extracting(HeldBack::reason)
                .containsOnly(Reason.NEVER_JOINS)
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"receiver-phone", "household"})
    void aPhoneOfSomeoneElseJoinsNobodyHoweverFewItIsOn(String rule) {
        Resolution persons = resolve(link(YOUZAN, PHONE, rule), link(CONTACT, PHONE, rule));
        assertThat(Set.copyOf(persons.oneIds().values()))
                .as("a buyer, a contact and a phone")
                .hasSize(3);
        assertThat(persons.heldBack())
                .extracting(HeldBack::reason)
                .containsExactly(Reason.NEVER_JOINS, Reason.NEVER_JOINS);
    }

    @Test
    void twoUnionidsOfOneScopeStayApartWhateverTheyShare() {
        Identifier husband = new Identifier("unionid", "wechat:t", "oWANG");
        Resolution persons = resolve(link(UNIONID, PHONE, "buyer-phone"), later(link(husband, PHONE, "buyer-phone")));
        assertThat(persons.oneIds().get(PHONE))
                .as("the earlier has it")
                .isEqualTo(persons.oneIds().get(UNIONID));
        assertThat(persons.oneIds().get(husband)).isNotEqualTo(persons.oneIds().get(UNIONID));
        assertThat(persons.heldBack()).singleElement().satisfies(held -> {
            assertThat(held.reason()).isEqualTo(Reason.TOO_MANY_PER_PERSON);
            assertThat(held.detail())
                    .isEqualTo("one person would have 2 of unionid in wechat:t, but may have at most 1");
        });
    }

    @Test
    void unionidsOfTwoOpenPlatformAccountsMayBeOnePersons() {
        Identifier vendors = new Identifier("unionid", "wechat:vendor", "oLI");
        Resolution persons = resolve(link(UNIONID, PHONE, "buyer-phone"), link(vendors, PHONE, "buyer-phone"));
        assertThat(Set.copyOf(persons.oneIds().values())).hasSize(1);
    }

    @Test
    void aTrustedLinkWinsOverAnEarlierOneTypedByStaff() {
        Identifier stranger = new Identifier("external_userid", "corp", "wmWANG");
        Resolution persons = resolve(link(stranger, YOUZAN, "remark-phone"), later(link(CONTACT, YOUZAN, "claim")));
        assertThat(persons.oneIds().get(YOUZAN)).isEqualTo(persons.oneIds().get(CONTACT));
        assertThat(persons.oneIds().get(stranger)).isNotEqualTo(persons.oneIds().get(CONTACT));
    }

    @Test
    void aClaimedOrderJoinsTheContactToTheBuyer() {
        Resolution persons = resolve(link(DOUYIN, ORDER, "order-of"), link(CONTACT, ORDER, "claim"));
        assertThat(Set.copyOf(persons.oneIds().values())).hasSize(1);
    }

    @Test
    void aHintNeedsASecondOne() {
        Evidence hint = link(DOUYIN, PHONE, "platform-index");
        Evidence owner = link(CONTACT, PHONE, "remark-phone");
        Resolution hinted = resolve(hint, owner);
        assertThat(hinted.oneIds().get(DOUYIN)).isNotEqualTo(hinted.oneIds().get(CONTACT));
        assertThat(hinted.heldBack()).extracting(HeldBack::reason).containsExactly(Reason.NEEDS_SECOND_FACT);

        Resolution confirmed = resolve(hint, owner, link(DOUYIN, CONTACT, "platform-index"));
        assertThat(Set.copyOf(confirmed.oneIds().values())).hasSize(1);
        assertThat(confirmed.heldBack()).isEmpty();
    }

    @Test
    void retractedEvidenceTiesNothingButItsEndsWereSeen() {
        Evidence good = link(CONTACT, UNIONID, "unionid");
        Evidence wrong = link(CONTACT, PHONE, "remark-phone");
        var facts = new IdentityFacts(List.of(good, wrong, later(wrong)), Set.of(wrong.key()), Set.of());
        assertThat(Resolve.resolve(facts, POLICY, NOON)).isEqualTo(resolve(good, sighting(PHONE, NOON)));
    }

    @Test
    void aBlockedPhoneJoinsNobodyAndIsAPersonByItself() {
        var facts = new IdentityFacts(
                List.of(link(YOUZAN, PHONE, "buyer-phone"), link(MEMBER, PHONE, "buyer-phone")),
                Set.of(),
                Set.of(PHONE));
        Resolution persons = Resolve.resolve(facts, POLICY, NOON);
        assertThat(persons.oneIds()).containsOnlyKeys(YOUZAN, MEMBER, PHONE);
        assertThat(Set.copyOf(persons.oneIds().values())).hasSize(3);
        assertThat(persons.heldBack()).extracting(HeldBack::reason).containsOnly(Reason.BLOCKED);
    }

    @Test
    void aValueThatMeansNoneJoinsNobody() {
        Identifier none = new Identifier("unionid", "wechat:t", "NULL ");
        Resolution persons = resolve(link(CONTACT, none, "unionid"), link(YOUZAN, none, "unionid"));
        assertThat(persons.oneIds().get(CONTACT)).isNotEqualTo(persons.oneIds().get(YOUZAN));
        assertThat(persons.heldBack()).extracting(HeldBack::reason).containsOnly(Reason.NAMES_NOBODY);
    }

    @Test
    void aMaskedValueAndOneWithoutAScopeJoinNobody() {
        Identifier masked = new Identifier("phone", "t", "138****0000");
        Identifier anywhere = new Identifier("phone", " ", "5f2c");
        Resolution persons = resolve(link(YOUZAN, masked, "buyer-phone"), link(YOUZAN, anywhere, "buyer-phone"));
        assertThat(Set.copyOf(persons.oneIds().values())).hasSize(3);
        assertThat(persons.heldBack()).extracting(HeldBack::reason).containsOnly(Reason.NAMES_NOBODY);
    }

    @Test
    void aPhoneAndAVisitDoNotSayWhoseTheyAre() {
        Resolution persons = resolve(link(PHONE, new Identifier("visit", "web", "v1"), "self"));
        assertThat(Set.copyOf(persons.oneIds().values())).hasSize(2);
        assertThat(persons.heldBack()).extracting(HeldBack::reason).containsExactly(Reason.WITHOUT_ACCOUNT);
    }

    @Test
    void aBlockedAccountStillCountsOnItsPhone() {
        List<Evidence> buyers = buyersOfOnePhone(IdentityPolicy.PHONE_ACCOUNTS + 1);
        Identifier clerk = buyers.get(0).otherThan(PHONE);
        var facts = new IdentityFacts(buyers, Set.of(), Set.of(clerk));
        assertThat(Resolve.resolve(facts, POLICY, NOON)).isEqualTo(resolve(buyers));
    }

    /** The cashier scanned Xu's card for Chen's purchase, and the store corrected the ticket. */
    @Test
    void anOrderOfTwoMembersOfOneShopIsNobodys() {
        Identifier chen = new Identifier("pos_member", "pos:S1", "M2");
        Resolution before = resolve(link(MEMBER, ORDER, "order-of"));
        assertThat(before.oneIds().get(ORDER)).isEqualTo(before.oneIds().get(MEMBER));

        Resolution after = resolve(link(MEMBER, ORDER, "order-of"), link(chen, ORDER, "order-of"));
        assertThat(Set.copyOf(after.oneIds().values())).hasSize(3);
        assertThat(after.heldBack()).hasSize(2).extracting(HeldBack::reason).containsOnly(Reason.CONTESTED);
    }

    @Test
    void anOrderThatNamesItsBuyerInTwoWaysJoinsThem() {
        Resolution persons = resolve(link(YOUZAN, ORDER, "order-of"), link(UNIONID, ORDER, "order-of"));
        assertThat(Set.copyOf(persons.oneIds().values())).hasSize(1);
    }

    @Test
    void anOrderOfTwoBuyersStillIsWhoClaimsIt() {
        Identifier friend = new Identifier("yz_open_id", "youzan:1", "yzFRIEND");
        Resolution persons = resolve(
                link(YOUZAN, ORDER, "order-of"), link(friend, ORDER, "order-of"), link(CONTACT, ORDER, "claim"));
        assertThat(persons.oneIds().get(CONTACT)).isEqualTo(persons.oneIds().get(ORDER));
        assertThat(Set.copyOf(persons.oneIds().values())).hasSize(3);
    }

    @Test
    void aTabletAtACounterIsNobodys() {
        Identifier visit = new Identifier("visit", "scan:landing", "tab1");
        Identifier other = new Identifier("yz_open_id", "youzan:1", "yzWANG");
        Resolution persons = resolve(link(YOUZAN, visit, "self"), link(other, visit, "self"));
        assertThat(Set.copyOf(persons.oneIds().values())).hasSize(3);
    }

    /** Member 8888, on which a till books whoever has no card. */
    @Test
    void aMemberOfElevenPhonesIsNobodysAndOfTenIsAFamilys() {
        List<Evidence> phones = new ArrayList<>();
        for (int i = 0; i < IdentityPolicy.ACCOUNT_PHONES; i++) {
            phones.add(link(MEMBER, new Identifier("phone", "t", "p" + i), "buyer-phone"));
        }
        assertThat(Set.copyOf(resolve(phones).oneIds().values())).hasSize(1);

        phones.add(link(MEMBER, PHONE, "buyer-phone"));
        Resolution everybody = resolve(phones);
        assertThat(Set.copyOf(everybody.oneIds().values())).hasSize(12);
        assertThat(everybody.heldBack()).hasSize(11).allSatisfy(held -> {
            assertThat(held.reason()).isEqualTo(Reason.CONTESTED);
            assertThat(held.detail()).isEqualTo(MEMBER.text() + " has more than 10 of phone");
        });
    }

    @Test
    void anAccountIsNeverCapped() {
        assertThatThrownBy(() -> new IdentityPolicy.Type(true, 0, 5, IdentityPolicy.UNLIMITED))
                .hasMessageContaining("this type is an account with the cap 5");
    }

    @Test
    void ofTwoRulingsTheNewerCountsAndOfOneInstantTheGreaterEventId() {
        var block = new Ruling(Ruling.Kind.BLOCK, PHONE.text(), NOON, "r2");
        var unblock = new Ruling(Ruling.Kind.UNBLOCK, PHONE.text(), NOON, "r1");
        var later = new Ruling(Ruling.Kind.UNBLOCK, PHONE.text(), NOON + 1, "r0");
        assertThat(IdentityFacts.of(List.of(), List.of(block, unblock)).blocked())
                .containsExactly(PHONE);
        assertThat(IdentityFacts.of(List.of(), List.of(later, block)).blocked()).isEmpty();
    }

    @Test
    void aRuleThatThePolicyDoesNotKnowJoinsNobody() {
        Resolution persons = resolve(link(CONTACT, YOUZAN, "same-avatar"));
        assertThat(Set.copyOf(persons.oneIds().values())).hasSize(2);
        assertThat(persons.heldBack()).extracting(HeldBack::reason).containsExactly(Reason.UNKNOWN_RULE);
    }

    @Test
    void aPhoneIsForgottenWhenItWasNotSeenFor540Days() {
        List<Evidence> evidence = List.of(link(YOUZAN, PHONE, "buyer-phone"), link(MEMBER, PHONE, "buyer-phone"));
        Resolution before = Resolve.resolve(IdentityFacts.of(evidence), POLICY, NOON + PHONE_LIFE - 1);
        assertThat(Set.copyOf(before.oneIds().values())).hasSize(1);
        assertThat(before.nextExpiryMillis()).isEqualTo(NOON + PHONE_LIFE);

        Resolution after = Resolve.resolve(IdentityFacts.of(evidence), POLICY, NOON + PHONE_LIFE);
        assertThat(Set.copyOf(after.oneIds().values())).hasSize(3);
        assertThat(after.oneIds().get(MEMBER))
                .as("time does not rename")
                .isEqualTo(before.oneIds().get(MEMBER));
        assertThat(after.heldBack()).extracting(HeldBack::reason).containsOnly(Reason.EXPIRED);
    }

    @Test
    void anAccountThatLeavesASharedPhoneWithTimeMakesItAPersonsAgain() {
        List<Evidence> evidence = buyersOfOnePhone(IdentityPolicy.PHONE_ACCOUNTS).stream()
                .map(ResolveTest::later)
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        evidence.add(link(DOUYIN, PHONE, "buyer-phone"));
        assertThat(Set.copyOf(resolve(evidence).oneIds().values())).hasSize(7);
        Resolution after = Resolve.resolve(IdentityFacts.of(evidence), POLICY, NOON + PHONE_LIFE);
        assertThat(Set.copyOf(after.oneIds().values()))
                .as("five buyers, and the one who left")
                .hasSize(2);
    }

    @Test
    void aPersonKeepsTheNameOfTheOrderThatWeKnewBeforeAnyAccount() {
        Resolution alone = resolve(link(ORDER, PHONE, "buyer-phone"));
        Resolution joined = resolve(link(ORDER, PHONE, "buyer-phone"), later(link(YOUZAN, PHONE, "buyer-phone")));
        assertThat(Set.copyOf(joined.oneIds().values()))
                .containsExactly(alone.oneIds().get(ORDER));
    }

    @Test
    void amongWhatCameTogetherAnAccountNamesThePersonAndAPhoneNever() {
        Resolution persons = resolve(
                link(PHONE, ORDER, "buyer-phone"), later(link(YOUZAN, ORDER, "order-of")), sighting(PHONE, NOON - 1));
        Resolution order = resolve(sighting(ORDER, NOON));
        Resolution together = resolve(link(YOUZAN, ORDER, "order-of"));
        Resolution youzan = resolve(sighting(YOUZAN, NOON));
        assertThat(persons.oneIds().get(PHONE)).isEqualTo(order.oneIds().get(ORDER));
        assertThat(together.oneIds().get(ORDER)).isEqualTo(youzan.oneIds().get(YOUZAN));
    }

    private static Evidence sighting(Identifier identifier, long atMillis) {
        return Evidence.sighting(identifier, atMillis, "sighting");
    }

    @Test
    void idsAreTheSameInEveryRelease() {
        assertThat(resolve(Evidence.sighting(YOUZAN, NOON, "e1")).oneIds()).containsEntry(YOUZAN, "pt1jv54q5277hokpu");
    }

    private static List<Evidence> buyersOfOnePhone(int count) {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            evidence.add(link(new Identifier("yz_open_id", "youzan:1", "yz" + i), PHONE, "buyer-phone"));
        }
        return evidence;
    }

    private static Resolution resolve(Evidence... evidence) {
        return resolve(Arrays.asList(evidence));
    }

    private static Resolution resolve(List<Evidence> evidence) {
        return Resolve.resolve(IdentityFacts.of(evidence), POLICY, NOON);
    }

    private static Evidence link(Identifier one, Identifier other, String rule) {
        return Evidence.seen(one, other, rule, NOON, "e1");
    }

    private static Evidence later(Evidence evidence) {
        return Evidence.seen(evidence.left(), evidence.right(), evidence.rule(), NOON + 1000, "e2");
    }
}
