package io.quanyu.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.attribution.Credit;
import io.quanyu.jobs.identity.Assigned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random pasts in which accounts move between persons. A failure names its seed: the repetition number. */
class CustomerLawsTest {

    private static final long END = History.FIRST + 400 * History.DAY;

    @RepeatedTest(25)
    void theLedgerAddsUpToTheCreditsOfTheFacts(RepetitionInfo repetition) throws Exception {
        History history = History.of(repetition.getCurrentRepetition());
        try (Chain chain = Chain.open()) {
            inTime(chain, history);
            assertThat(sums(chain.credits())).isNotEmpty().isEqualTo(history.creditsInTheEnd());
        }
    }

    @RepeatedTest(25)
    void theLedgerAddsUpEvenIfEverythingComesLate(RepetitionInfo repetition) throws Exception {
        History history = History.of(repetition.getCurrentRepetition());
        var random = new Random(repetition.getCurrentRepetition());
        try (Chain chain = Chain.open()) {
            chain.tick(History.FIRST + random.nextInt(30) * History.DAY);
            shuffled(history, random, chain);
            chain.tick(END);
            assertThat(sums(chain.credits())).isEqualTo(history.creditsInTheEnd());
        }
    }

    @RepeatedTest(25)
    void theOrderOfArrivalAndTheTicksLeaveNoTrace(RepetitionInfo repetition) throws Exception {
        History history = History.of(repetition.getCurrentRepetition());
        var random = new Random(repetition.getCurrentRepetition());
        try (Chain inTime = Chain.open();
                Chain shuffled = Chain.open()) {
            inTime(inTime, history);
            shuffled(history, random, shuffled);
            shuffled.tick(END);
            assertSame(shuffled, inTime);
        }
    }

    @RepeatedTest(25)
    void aRestoreInTheMiddleLeavesNoTrace(RepetitionInfo repetition) throws Exception {
        History history = History.of(repetition.getCurrentRepetition());
        var random = new Random(repetition.getCurrentRepetition());
        try (Chain inTime = Chain.open();
                Chain restored = Chain.open()) {
            inTime(inTime, history);
            shuffled(history, random, restored);
            restored.restore();
            restored.tick(History.FIRST + random.nextInt(40) * History.DAY);
            restored.restore();
            restored.tick(END);
            assertSame(restored, inTime);
        }
    }

    private static void assertSame(Chain actual, Chain expected) {
        assertThat(actual.credits()).containsExactlyInAnyOrderElementsOf(expected.credits());
        assertThat(actual.tags()).containsExactlyInAnyOrderElementsOf(expected.tags());
        assertThat(actual.profiles()).containsExactlyInAnyOrderElementsOf(expected.profiles());
    }

    /** Each instant by itself, the clock right behind it. */
    private static void inTime(Chain chain, History history) throws Exception {
        var instants = new TreeSet<Long>();
        history.facts().forEach(fact -> instants.add(fact.receivedAtMillis()));
        history.assignments().forEach(assigned -> instants.add(assigned.atMillis()));
        for (long instant : instants) {
            for (AccountFact fact : history.facts()) {
                if (fact.receivedAtMillis() == instant) {
                    chain.bring(fact);
                }
            }
            for (Assigned assigned : history.assignments()) {
                if (assigned.atMillis() == instant) {
                    chain.assign(assigned);
                }
            }
            chain.tick(instant);
        }
        chain.tick(END);
    }

    /** In any order, and a third of the facts twice. */
    private static void shuffled(History history, Random random, Chain chain) throws Exception {
        List<Object> arrivals = new ArrayList<>(history.facts());
        arrivals.addAll(history.facts().subList(0, history.facts().size() / 3));
        arrivals.addAll(history.assignments());
        Collections.shuffle(arrivals, random);
        for (Object arrival : arrivals) {
            if (arrival instanceof AccountFact fact) {
                chain.bring(fact);
            } else {
                chain.assign((Assigned) arrival);
            }
        }
    }

    private static Map<CreditKey, Long> sums(List<CreditChange> changes) {
        Map<CreditKey, Long> sums = new HashMap<>();
        for (CreditChange change : changes) {
            var key = new CreditKey(
                    change.orderId(),
                    change.model(),
                    change.source(),
                    change.paidDay(),
                    Objects.requireNonNullElse(change.touchedAtMillis(), Credit.NO_TOUCH));
            sums.merge(key, change.deltaFen(), Math::addExact);
        }
        sums.values().removeIf(sum -> sum == 0);
        return new TreeMap<>(sums);
    }
}
