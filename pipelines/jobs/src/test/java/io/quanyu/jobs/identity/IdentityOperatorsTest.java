package io.quanyu.jobs.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.identity.OneId;
import io.quanyu.jobs.identity.Fact.Kind;
import io.quanyu.jobs.identity.hub.ForHub;
import io.quanyu.jobs.identity.hub.Hub;
import io.quanyu.jobs.identity.hub.HubJudgement;
import io.quanyu.jobs.identity.label.Labelled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What each operator does by itself. {@link IdentityCampaignTest} has them all together. */
class IdentityOperatorsTest {

    private static final String SHOP = "shop";
    private static final long TEN = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long PHONE_LIFE =
            Duration.ofDays(IdentityPolicy.PHONE_DAYS).toMillis();
    private static final long LABEL = 7;
    private static final long OTHER_LABEL = 8;

    private static final Identifier BUYER = new Identifier("yz_open_id", "youzan:1", "yzLI");
    private static final Identifier ORDER = new Identifier("order", "youzan:1", "E1");
    private static final Identifier PHONE = new Identifier("phone", SHOP, "5f2c");

    static final Evidence GAVE_PHONE = Evidence.seen(BUYER, PHONE, "buyer-phone", TEN, "e-bought");
    static final Evidence BOUGHT = Evidence.seen(BUYER, ORDER, "order-of", TEN, "e-bought");

    @Test
    void aHubOpensAtItsInstantAndClosesByTimeAlone() throws Exception {
        try (var hub = Operators.watchHub()) {
            hub.open();
            hub.processElement(forHub(GAVE_PHONE, TEN), 0);
            assertThat(hub.extractOutputValues()).as("before the clock").isEmpty();

            hub.processWatermark(TEN);
            assertThat(kinds(hub)).containsExactly(Kind.OPEN);

            hub.processWatermark(TEN + PHONE_LIFE - 1);
            assertThat(kinds(hub)).hasSize(1);
            hub.processWatermark(TEN + PHONE_LIFE);
            assertThat(kinds(hub)).containsExactly(Kind.OPEN, Kind.CLOSED);
        }
    }

    @Test
    void oneAccountTooManyClosesAHubForAllAndARetractionOpensItAgain() throws Exception {
        try (var hub = Operators.watchHub()) {
            hub.open();
            for (int i = 0; i <= IdentityPolicy.PHONE_ACCOUNTS; i++) {
                hub.processElement(forHub(phoneOf(i), TEN + i * MINUTE), 0);
            }
            hub.processWatermark(TEN + MINUTE * IdentityPolicy.PHONE_ACCOUNTS - 1);
            assertThat(kinds(hub)).hasSize(IdentityPolicy.PHONE_ACCOUNTS).containsOnly(Kind.OPEN);
            hub.processWatermark(TEN + MINUTE * IdentityPolicy.PHONE_ACCOUNTS);
            assertThat(kinds(hub)).filteredOn(Kind.CLOSED::equals).hasSize(IdentityPolicy.PHONE_ACCOUNTS);

            Fact wrong = Fact.ruling(Kind.RETRACTED, phoneOf(0).key(), TEN, "e-ruled", TEN + 10 * MINUTE);
            hub.processElement(new ForHub(SHOP, PHONE.text(), wrong), 0);
            hub.processWatermark(TEN + 10 * MINUTE);
            assertThat(kinds(hub))
                    .filteredOn(Kind.OPEN::equals)
                    .as("the five that are left")
                    .hasSize(2 * IdentityPolicy.PHONE_ACCOUNTS);
        }
    }

    @Test
    void aHubOfAThousandAccountsIsSharedForGoodAndForgetsThem() {
        Hub hub = Hub.UNKNOWN;
        for (int i = 0; i <= IdentityPolicy.PUBLIC_ACCOUNTS; i++) {
            hub = judged(hub, phoneOf(i)).after();
        }
        assertThat(hub).isEqualTo(new Hub(true, List.of(), hub.wakeMillis()));
        HubJudgement later = judged(hub, phoneOf(5_000));
        assertThat(later.after()).isEqualTo(hub);
        assertThat(later.ties()).isEmpty();
        assertThat(later.heldBack()).hasSize(1);
    }

    @Test
    void aRepeatGoesNoFurtherThanItsMember() throws Exception {
        try (var member = Operators.keepMember()) {
            member.open();
            Fact fact = Fact.seen(BOUGHT, TEN);
            Fact again = Fact.seen(Evidence.seen(BUYER, ORDER, "order-of", TEN + MINUTE, "e-again"), TEN + MINUTE);
            Stream.of(fact, fact, again).forEach(one -> process(member, labelled(one, LABEL)));
            assertThat(member.extractOutputValues()).containsExactly(new ForOwner(SHOP, LABEL, fact, TEN, false));
        }
    }

    @Test
    void aMemberTakesItsFactsAlongAndTheClockWithThem() throws Exception {
        try (var member = Operators.keepMember()) {
            member.open();
            Fact fact = Fact.seen(BOUGHT, TEN);
            process(member, labelled(fact, LABEL));
            process(member, new Labelled(SHOP, 1, OTHER_LABEL, null, TEN + MINUTE));
            assertThat(member.extractOutputValues())
                    .endsWith(new ForOwner(SHOP, OTHER_LABEL, fact, TEN + MINUTE, true))
                    .hasSize(2);
        }
    }

    /** Until the clock has passed both, the time between a phone's opening and its closing is somebody's history. */
    @Test
    void aMemberKeepsWhatIsStillToCome() {
        IdentityPolicy policy = IdentityPolicy.standard();
        Member open = Member.of(LABEL).with(Fact.open(GAVE_PHONE, TEN), TEN - 1, policy);
        Fact closed = Fact.closed(GAVE_PHONE, TEN + MINUTE);
        assertThat(open.with(closed, TEN - 1, policy).facts()).hasSize(2);
        assertThat(open.with(closed, TEN + MINUTE, policy).facts()).isEmpty();
    }

    @Test
    void anOwnerJudgesWhenTheClockMovesAndNotBefore() throws Exception {
        try (var owner = Operators.resolveLabel()) {
            owner.open();
            process(owner, forOwner(Fact.seen(BOUGHT, TEN), false));
            assertThat(owner.extractOutputValues()).isEmpty();
            owner.processWatermark(TEN);
            assertThat(owner.extractOutputValues())
                    .containsExactly(
                            new Statement(SHOP, ORDER.text(), OneId.of(BUYER), false, TEN),
                            new Statement(SHOP, BUYER.text(), OneId.of(BUYER), true, TEN));
        }
    }

    @Test
    void anOwnerThatIsDissolvedSaysNoMore() throws Exception {
        try (var owner = Operators.resolveLabel()) {
            owner.open();
            process(owner, forOwner(Fact.seen(BOUGHT, TEN), false));
            process(owner, new ForOwner(SHOP, LABEL, Fact.dissolved(), TEN, false));
            owner.processWatermark(TEN + MINUTE);
            assertThat(owner.extractOutputValues()).isEmpty();
            assertThat(owner.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void aBlockedIdentifierIsAloneUntilItIsUnblocked() throws Exception {
        try (var owner = Operators.resolveLabel()) {
            owner.open();
            process(owner, forOwner(Fact.seen(BOUGHT, TEN), false));
            Fact blocked = Fact.ruling(Kind.BLOCKED, BUYER.text(), TEN, "e-1", TEN + MINUTE);
            Fact unblocked = Fact.ruling(Kind.UNBLOCKED, BUYER.text(), TEN + 1, "e-2", TEN + 2 * MINUTE);
            Fact late = Fact.ruling(Kind.BLOCKED, BUYER.text(), TEN - 1, "e-0", TEN + 3 * MINUTE);
            Stream.of(late, unblocked, blocked).forEach(fact -> process(owner, forOwner(fact, false)));
            owner.processWatermark(TEN + 3 * MINUTE);
            assertThat(owner.extractOutputValues())
                    .extracting(Statement::identifier, Statement::oneId, Statement::atMillis)
                    .contains(tuple(ORDER.text(), OneId.of(ORDER), TEN + MINUTE))
                    .endsWith(tuple(ORDER.text(), OneId.of(BUYER), TEN + 2 * MINUTE));
        }
    }

    @Test
    void aStatementThatWasMadeBeforeIsNotToldAgain() throws Exception {
        try (var announce = Operators.announce()) {
            announce.open();
            process(announce, new Statement(SHOP, BUYER.text(), "p1", false, TEN));
            process(announce, new Statement(SHOP, BUYER.text(), "p1", false, TEN + MINUTE));
            process(announce, new Statement(SHOP, BUYER.text(), "p2", false, TEN + 2 * MINUTE));
            announce.processWatermark(TEN + 2 * MINUTE);
            assertThat(announce.extractOutputValues())
                    .extracting(Assigned::oneId, Assigned::previousOneId, Assigned::version)
                    .containsExactly(tuple("p1", null, 1L), tuple("p2", "p1", 2L));
        }
    }

    /** Somebody typed it at a till. */
    @Test
    void anIdWithATabIsAnIdLikeAnother() {
        Identifier typed = new Identifier("pos_member", "till", "88\t01");
        Evidence evidence = Evidence.seen(typed, ORDER, "order-of", TEN, "e-typed");
        assertThat(Fact.seen(evidence, TEN).evidence()).isEqualTo(evidence);
    }

    static ForHub forHub(Evidence evidence, long atMillis) {
        return new ForHub(SHOP, PHONE.text(), Fact.seen(evidence, atMillis));
    }

    static Labelled labelled(Fact fact, long label) {
        return new Labelled(SHOP, 1, label, fact, fact.atMillis());
    }

    static ForOwner forOwner(Fact fact, boolean moved) {
        return new ForOwner(SHOP, LABEL, fact, fact.atMillis(), moved);
    }

    static <T> void process(OneInputStreamOperatorTestHarness<T, ?> harness, T element) {
        try {
            harness.processElement(element, 0);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Evidence phoneOf(int account) {
        Identifier buyer = new Identifier("yz_open_id", "youzan:1", "yz" + account);
        return Evidence.seen(buyer, PHONE, "buyer-phone", TEN + account * MINUTE, "e" + account);
    }

    private static HubJudgement judged(Hub before, Evidence seen) {
        List<Fact> facts = List.of(Fact.seen(seen, seen.firstSeenMillis()));
        return HubJudgement.of(PHONE, before, facts, IdentityPolicy.standard(), seen.firstSeenMillis());
    }

    private static List<Kind> kinds(OneInputStreamOperatorTestHarness<ForHub, Addressed> hub) {
        return hub.extractOutputValues().stream()
                .map(sent -> sent.fact().kind())
                .toList();
    }
}
