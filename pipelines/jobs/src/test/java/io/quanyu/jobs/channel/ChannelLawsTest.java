package io.quanyu.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Random pasts of channels, held against the domain's functions. A failure names its seed: the repetition number. */
class ChannelLawsTest {

    @RepeatedTest(200)
    void atEveryInstantTheRowsSayWhatTheFactsSay(RepetitionInfo repetition) throws Exception {
        ChannelHistory history = ChannelHistory.of(repetition.getCurrentRepetition());
        try (ChannelChain chain = ChannelChain.open()) {
            bring(chain, shuffled(history, new Random(repetition.getCurrentRepetition())));
            chain.tick(ChannelHistory.END);
            for (long instant : history.instants()) {
                assertThat(chain.truth(instant)).as("at %d", instant).isEqualTo(ChannelTruth.of(history, instant));
            }
        }
    }

    /** What comes after its instant is known from the instant that the clock shows. */
    @RepeatedTest(200)
    void whateverComesLateTheRowsEndAtTheFacts(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        ChannelHistory history = ChannelHistory.of(repetition.getCurrentRepetition());
        var known = new ChannelHistory(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long clock = Long.MIN_VALUE;
        try (ChannelChain chain = ChannelChain.open()) {
            for (Object fact : shuffled(history, random)) {
                chain.bring(fact);
                known.add(fact, Math.max(clock, ChannelHistory.instantOf(fact)));
                if (random.nextInt(4) == 0) {
                    List<Long> instants = history.instants();
                    clock = Math.max(clock, instants.get(random.nextInt(instants.size())) - random.nextInt(2));
                    if (random.nextInt(8) == 0) {
                        chain.restore();
                    }
                    chain.tick(clock);
                }
            }
            chain.tick(ChannelHistory.END);
            assertThat(chain.truth(ChannelHistory.END)).isEqualTo(ChannelTruth.of(known, ChannelHistory.END));
        }
    }

    @RepeatedTest(100)
    void orderRepeatsTicksAndRestoresLeaveNoTrace(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        ChannelHistory history = ChannelHistory.of(repetition.getCurrentRepetition());
        try (ChannelChain atOnce = ChannelChain.open();
                ChannelChain instantByInstant = ChannelChain.open();
                ChannelChain restored = ChannelChain.open()) {
            bring(atOnce, history.arrivals());
            atOnce.tick(ChannelHistory.END);

            inTime(instantByInstant, history, random);
            assertSame(instantByInstant, atOnce);

            bring(restored, shuffled(history, random));
            for (long tick : ticks(history, random)) {
                restored.restore();
                restored.tick(tick);
                bring(restored, history.spend().subList(0, 5));
            }
            restored.tick(ChannelHistory.END);
            assertSame(restored, atOnce);
        }
    }

    @Test
    void theHistoriesHoldWhatTheLawsAreAbout() throws Exception {
        var statuses = new TreeSet<String>();
        for (int seed = 1; seed <= 20; seed++) {
            try (ChannelChain chain = ChannelChain.open()) {
                bring(chain, ChannelHistory.of(seed).arrivals());
                chain.tick(ChannelHistory.END);
                chain.alerts().forEach(alert -> statuses.add(alert.status()));
            }
        }
        assertThat(statuses).containsExactly("opened", "resolved", "restated", "withdrawn");
    }

    private static void assertSame(ChannelChain actual, ChannelChain expected) {
        assertThat(actual.days()).isNotEmpty().isEqualTo(expected.days());
        assertThat(actual.alerts()).isEqualTo(expected.alerts());
    }

    /** Each instant by itself, the clock right behind it. */
    private static void inTime(ChannelChain chain, ChannelHistory history, Random random) throws Exception {
        List<Object> arrivals = shuffled(history, random);
        for (long instant : history.instants()) {
            bring(
                    chain,
                    arrivals.stream()
                            .filter(fact -> ChannelHistory.instantOf(fact) == instant)
                            .toList());
            chain.tick(instant);
        }
        chain.tick(ChannelHistory.END);
    }

    private static List<Long> ticks(ChannelHistory history, Random random) {
        List<Long> instants = new ArrayList<>(history.instants());
        Collections.shuffle(instants, random);
        return instants.subList(0, 2).stream().sorted().toList();
    }

    /** In any order, and a third of the reports and definitions twice; a credit comes once. */
    private static List<Object> shuffled(ChannelHistory history, Random random) {
        List<Object> arrivals = new ArrayList<>(history.arrivals());
        arrivals.addAll(history.spend().subList(0, history.spend().size() / 3));
        arrivals.addAll(history.definitions().subList(0, history.definitions().size() / 3));
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    private static void bring(ChannelChain chain, List<?> facts) throws Exception {
        for (Object fact : facts) {
            chain.bring(fact);
        }
    }
}
