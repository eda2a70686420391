package io.quanyu.domain.spend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AccountDayTest {

    @Test
    void theLargerOfADayAndItsHoursCounts() {
        assertThat(spent(row("p", "", "10", "a", 40), row("p", "", "11", "a", 60), row("p", "", "", "a", 100)))
                .isEqualTo(Map.of("a", 100L));
        assertThat(spent(row("p", "", "10", "a", 40), row("p", "", "", "a", 100)))
                .isEqualTo(Map.of("a", 100L));
        assertThat(spent(row("p", "", "10", "a", 140), row("p", "", "", "a", 100)))
                .isEqualTo(Map.of("a", 140L));
    }

    @Test
    void aProjectCoversItsPromotionsAndTheAccountItsProjects() {
        assertThat(spent(
                        row("", "", "", "account", 1000),
                        row("p", "", "", "a", 400),
                        row("p", "x", "", "a", 100),
                        row("p", "y", "", "a", 250),
                        row("q", "z", "10", "b", 300)))
                .isEqualTo(Map.of("a", 400L, "b", 300L, "account", 300L));
    }

    @Test
    void promotionsWithoutAProjectAreCoveredByTheProjects() {
        assertThat(spent(row("p", "", "", "a", 400), row("", "x", "", "a", 150), row("", "y", "", "a", 250)))
                .isEqualTo(Map.of("a", 400L));
    }

    @Test
    void twoChannelsOfOneAccountAreTwoCosts() {
        assertThat(spent(row("", "", "", "lift", 500), row("", "", "", "metro", 800)))
                .isEqualTo(Map.of("lift", 500L, "metro", 800L));
        assertThat(spent(row("", "", "", "lift", 500), row("", "", "", "metro", 800), row("p", "", "", "lift", 600)))
                .isEqualTo(Map.of("lift", 600L, "metro", 800L));
        assertThat(spent(row("", "", "", "lift", 500), row("", "", "", "metro", 800), row("p", "", "", "other", 600)))
                .isEqualTo(Map.of("metro", 700L, "other", 600L));
    }

    /** The same money at four grains is what it is at one. */
    @RepeatedTest(200)
    void oneYuanIsOneYuanAtWhateverGrain(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Spent> promotions = new ArrayList<>();
        List<Spent> all = new ArrayList<>();
        long total = 0;
        for (String project : List.of("p", "q")) {
            long ofProject = 0;
            for (String promotion : List.of("x", "y")) {
                long fen = random.nextInt(100);
                long early = random.nextInt(100);
                promotions.add(row(project, promotion, "", project, fen + early));
                all.add(row(project, promotion, "9", project, early));
                all.add(row(project, promotion, "21", project, fen));
                ofProject += fen + early;
            }
            all.add(row(project, "", "", project, ofProject));
            total += ofProject;
        }
        all.add(row("", "", "", "p", total));
        all.addAll(promotions);
        Collections.shuffle(all, random);

        assertThat(AccountDay.byChannel(all)).isEqualTo(AccountDay.byChannel(promotions));
    }

    private static Map<String, Long> spent(Spent... reports) {
        return AccountDay.byChannel(List.of(reports));
    }

    private static Spent row(String project, String promotion, String hour, String channel, long fen) {
        return new Spent(project, promotion, hour, channel, fen);
    }
}
