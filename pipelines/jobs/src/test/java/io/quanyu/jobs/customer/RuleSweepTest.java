package io.quanyu.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyu.domain.attribution.AttributionPolicy;
import io.quanyu.domain.attribution.Model;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.rule.RuleSet;
import io.quanyu.domain.tag.Tags;
import io.quanyu.jobs.identity.Assigned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RuleSweepTest {

    private static final long PAID = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long RELEASED = PAID + 10 * DAY;
    private static final String SILENT = "yz_open_id|youzan:1|silent";
    private static final String BUSY = "yz_open_id|youzan:1|busy";

    private Chain chain;

    @BeforeEach
    void open() throws Exception {
        chain = Chain.open();
        for (String account : List.of(SILENT, BUSY)) {
            chain.assign(new Assigned("shop", account, person(account), null, false, PAID, 1, account + "@1"));
            chain.bring(order(account, "1", PAID));
            chain.bring(order(account, "2", PAID + DAY));
        }
        chain.tick(PAID + 2 * DAY);
        clear();
    }

    @AfterEach
    void close() throws Exception {
        chain.close();
    }

    @Test
    void aReleasedRuleReachesWhoeverIsSilentAsOfTheInstantOfTheRelease() throws Exception {
        chain.release(new RulesReleased(RELEASED, withReturningBuyer(2)));
        chain.tick(RELEASED + DAY);
        assertThat(chain.tags()).isEmpty();

        chain.sweep();

        assertThat(chain.tags())
                .extracting(TagChange::oneId, TagChange::tag, TagChange::decidedAtMillis, TagChange::ruleVersion)
                .containsExactlyInAnyOrder(
                        tuple("p-silent", "returning_buyer", RELEASED, 2),
                        tuple("p-busy", "returning_buyer", RELEASED, 2));
        assertThat(chain.profiles())
                .extracting(ProfileChange::oneId, ProfileChange::version, ProfileChange::netRevenueFen)
                .containsExactlyInAnyOrder(tuple("p-silent", 3L, 25_800L), tuple("p-busy", 3L, 25_800L));
        assertThat(chain.credits()).isEmpty();
    }

    @Test
    void nobodyHearsOfALaterInstantWhileOthersAreStillJudgedAsOfTheRelease() throws Exception {
        chain.release(new RulesReleased(RELEASED, withReturningBuyer(2)));
        chain.tick(RELEASED + DAY);
        assertThat(chain.watermarks()).last().isEqualTo(RELEASED - 1);

        chain.sweep();
        assertThat(chain.watermarks()).last().isEqualTo(RELEASED + DAY);
    }

    @Test
    void anEventInTheMiddleOfASweepComesAfterTheNewRules() throws Exception {
        chain.release(new RulesReleased(RELEASED, withReturningBuyer(2)));
        chain.tick(RELEASED);
        chain.bring(order(BUSY, "3", RELEASED + DAY));
        chain.tick(RELEASED + 2 * DAY);

        assertThat(chain.tags())
                .extracting(TagChange::oneId, TagChange::change, TagChange::decidedAtMillis)
                .as("the third order is one more ground")
                .containsExactly(
                        tuple("p-busy", TagChange.ENTER, RELEASED), tuple("p-busy", TagChange.UPDATE, RELEASED + DAY));
        chain.sweep();
        assertThat(chain.tags()).hasSize(3);
    }

    @Test
    void aSweepThatIsBrokenOffBeginsAnewAndSaysNothingTwice() throws Exception {
        chain.release(new RulesReleased(RELEASED, withReturningBuyer(2)));
        chain.tick(RELEASED);
        chain.bring(order(BUSY, "3", RELEASED + DAY));
        chain.tick(RELEASED + 2 * DAY);
        chain.restore();
        chain.tick(RELEASED + 3 * DAY);
        chain.sweep();

        assertThat(chain.tags())
                .extracting(TagChange::oneId, TagChange::change)
                .containsExactlyInAnyOrder(
                        tuple("p-silent", TagChange.ENTER),
                        tuple("p-busy", TagChange.ENTER),
                        tuple("p-busy", TagChange.UPDATE));
        chain.tags().clear();
        chain.restore();
        chain.tick(RELEASED + 4 * DAY);
        chain.sweep();
        assertThat(chain.tags()).isEmpty();
    }

    @Test
    void aRuleThatIsNoLongerInForceTakesItsTagAway() throws Exception {
        chain.release(new RulesReleased(RELEASED, withReturningBuyer(2)));
        chain.tick(RELEASED);
        chain.sweep();
        clear();

        chain.release(new RulesReleased(RELEASED + DAY, RuleSet.standard()));
        chain.tick(RELEASED + DAY);
        chain.sweep();

        assertThat(chain.tags())
                .extracting(TagChange::tag, TagChange::change, TagChange::reason, TagChange::ruleVersion)
                .containsOnly(tuple("returning_buyer", "exit", "规则已停用", 1));
    }

    /** State and the topic may name a tag whose rule went with another build. */
    @Test
    void aTagThatNobodyKnowsChangesNothing() throws Exception {
        List<String> tags = Stream.concat(Tags.CODES.stream(), Stream.of("of_another_build"))
                .toList();
        chain.release(new RulesReleased(RELEASED, new RuleSet(2, tags, AttributionPolicy.standard())));
        chain.tick(RELEASED);
        chain.sweep();
        chain.restore();
        chain.tick(RELEASED + DAY);

        assertThat(chain.tags()).isEmpty();
        assertThat(chain.profiles()).isEmpty();
    }

    @Test
    void creditsFollowTheModelsInForce() throws Exception {
        var lastOnly = new AttributionPolicy(30, List.of(Model.LAST));
        chain.release(new RulesReleased(RELEASED, new RuleSet(2, Tags.CODES, lastOnly)));
        chain.tick(RELEASED);
        chain.sweep();

        assertThat(chain.credits())
                .filteredOn(change -> change.oneId().equals("p-silent"))
                .extracting(CreditChange::model, CreditChange::deltaFen, CreditChange::cause)
                .containsExactly(
                        tuple("first", -12_900L, "rules 2"),
                        tuple("linear", -12_900L, "rules 2"),
                        tuple("first", -12_900L, "rules 2"),
                        tuple("linear", -12_900L, "rules 2"));
    }

    /** When the sweep gets to whom, and how time passes meanwhile, leaves no trace. */
    @RepeatedTest(40)
    void historyDoesNotDependOnTheSweep(RepetitionInfo repetition) throws Exception {
        History history = History.of(repetition.getCurrentRepetition());
        long released = History.FIRST + (repetition.getCurrentRepetition() % 40) * History.DAY;

        List<String> atOnce = play(history, released, Long.MAX_VALUE);
        List<String> slowly = play(history, released, 7 * History.HOUR);

        assertThat(slowly).isEqualTo(atOnce);
    }

    private static List<String> play(History history, long released, long tickMillis) throws Exception {
        try (Chain chain = Chain.open()) {
            for (Assigned assigned : history.assignments()) {
                chain.assign(assigned);
            }
            for (AccountFact fact : history.facts()) {
                chain.bring(fact);
            }
            chain.release(new RulesReleased(released, withReturningBuyer(2)));
            long end = History.FIRST + 60 * History.DAY;
            for (long at = History.FIRST; at < end && tickMillis != Long.MAX_VALUE; at += tickMillis) {
                chain.tick(at);
                chain.sweepABit();
            }
            chain.tick(end);
            chain.sweep();
            List<Object> rows = new ArrayList<>(chain.profiles());
            rows.addAll(chain.tags());
            rows.addAll(chain.credits());
            return rows.stream()
                    .map(Object::toString)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static RuleSet withReturningBuyer(long version) {
        return new RuleSet(
                version,
                Stream.concat(Tags.CODES.stream(), Stream.of("returning_buyer")).toList(),
                AttributionPolicy.standard());
    }

    private void clear() {
        chain.profiles().clear();
        chain.tags().clear();
        chain.credits().clear();
    }

    private static String person(String account) {
        return "p-" + account.substring(account.lastIndexOf('|') + 1);
    }

    private static AccountFact order(String account, String id, long at) {
        String event = account + "-" + id;
        var version = new OrderVersion(
                event, "youzan|1|" + event, 1, Fulfilment.PAID, at, at, null, 12_900L, null, null, null, at);
        return new AccountFact("shop", account, event, at, Fragment.of(version));
    }
}
