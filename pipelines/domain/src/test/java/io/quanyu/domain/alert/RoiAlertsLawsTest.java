package io.quanyu.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What must hold of alerts whatever the days are. A failure names its seed: the repetition number. */
class RoiAlertsLawsTest {

    private static final RoiPolicy POLICY = new RoiPolicy(1500, 3, 2, 2);
    private static final int DAYS = 20;

    @RepeatedTest(200)
    void theOrderOfTheDaysDoesNotMatter(RepetitionInfo repetition) {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        List<ChannelDay> days = new ArrayList<>(anyDays(random).values());
        List<RoiAlert> alerts = RoiAlerts.of(days, POLICY, DAYS);

        Collections.shuffle(days, new Random(random.nextLong()));
        assertThat(RoiAlerts.of(days, POLICY, DAYS)).isEqualTo(alerts);
    }

    @RepeatedTest(200)
    void whatIsSaidDayByDayAndRestatementByRestatementEndsAtTheFunctionOfTheFacts(RepetitionInfo repetition) {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        Map<String, ChannelDay> days = anyDays(random);
        Map<String, RoiAlert> lastWords = new TreeMap<>();

        for (int closed = 0; closed <= DAYS; closed++) {
            restate(days, random);
            List<RoiAlert> now = RoiAlerts.of(days.values(), POLICY, closed);
            List<RoiAlert> said = List.copyOf(lastWords.values());
            RoiAlerts.changes(said, now).forEach(change -> lastWords.put(change.id(), change));

            List<RoiAlert> heard = List.copyOf(lastWords.values());
            assertThat(RoiAlerts.changes(heard, now))
                    .as("nothing is said twice")
                    .isEmpty();
            assertThat(standing(heard)).isEqualTo(standing(now));
        }
    }

    @RepeatedTest(200)
    void everyAlertIsAWholeStreakOfItsChannel(RepetitionInfo repetition) {
        Map<String, ChannelDay> days = anyDays(new SplittableRandom(repetition.getCurrentRepetition()));

        for (RoiAlert alert : RoiAlerts.of(days.values(), POLICY, DAYS)) {
            assertThat(alert.days()).hasSizeGreaterThanOrEqualTo(3).isSorted();
            long spend = 0;
            for (long day = alert.days().get(0);
                    day <= alert.days().get(alert.days().size() - 1);
                    day++) {
                ChannelDay of = days.get(alert.channel() + day);
                boolean spent = of != null && of.spendFen() >= POLICY.leastSpendFen();
                assertThat(alert.days().contains(day)).isEqualTo(spent);
                if (of != null && spent) {
                    assertThat(of.revenueFen() * 2).isLessThan(of.spendFen() * 3);
                    spend += of.spendFen();
                }
            }
            assertThat(alert.spendAtRiskFen()).isEqualTo(spend);
            for (int i = 1; i < alert.days().size(); i++) {
                assertThat(alert.days().get(i) - alert.days().get(i - 1)).isBetween(1L, 2L);
            }
        }
    }

    private static List<String> standing(Collection<RoiAlert> alerts) {
        return alerts.stream()
                .filter(RoiAlert::stands)
                .map(alert -> alert.id() + alert.days() + alert.roiTenThousandths())
                .sorted()
                .toList();
    }

    private static void restate(Map<String, ChannelDay> days, SplittableRandom random) {
        anyDays(random).forEach((key, day) -> {
            if (random.nextInt(10) == 0) {
                days.put(key, day);
            }
        });
    }

    /** Few amounts, mostly around the threshold of 1.5. */
    private static Map<String, ChannelDay> anyDays(SplittableRandom random) {
        Map<String, ChannelDay> days = new TreeMap<>();
        for (String channel : List.of("a", "b", "c")) {
            for (long day = 0; day < DAYS; day++) {
                if (random.nextInt(5) > 0) {
                    days.put(channel + day, new ChannelDay(channel, day, random.nextInt(7), random.nextInt(9)));
                }
            }
        }
        return days;
    }
}
