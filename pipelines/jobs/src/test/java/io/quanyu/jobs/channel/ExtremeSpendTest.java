package io.quanyu.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.Bounds;
import io.quanyu.domain.customer.Money;
import io.quanyu.jobs.customer.CreditChange;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What the door lets in of spend, and what it makes of credits, at its largest: nothing throws, and every figure fits its column. */
class ExtremeSpendTest {

    private static final long ARRIVED =
            ChannelHistory.instantOf(ChannelHistory.of(1).spend().get(0));
    private static final List<Long> DAYS = List.of(
            0L,
            LocalDate.of(9999, 12, 31).toEpochDay(),
            ChannelHistory.FIRST_DAY,
            ChannelHistory.FIRST_DAY + 1,
            ChannelHistory.FIRST_DAY + 2,
            ChannelHistory.FIRST_DAY + 3);
    private static final List<Long> FEN =
            List.of(0L, 1L, -1L, Bounds.MOST_FEN, -Bounds.MOST_FEN, Money.MOST_FEN, -Money.MOST_FEN);
    private static final List<Long> VERSIONS = List.of(0L, Long.MIN_VALUE, Long.MAX_VALUE);
    private static final List<String> THINGS =
            List.of("ad|1|||", "ad|1|p||", "ad|1|p||23", "ad|1|%7C|x|", "ad|||  |", "||||");

    @RepeatedTest(50)
    void nothingThrowsAndEveryFigureFitsItsColumn(RepetitionInfo repetition) throws Exception {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        try (ChannelChain chain = ChannelChain.open()) {
            for (int i = 0; i < 200; i++) {
                long day = any(DAYS, random);
                long version = any(VERSIONS, random);
                chain.bring(new SpendFact(
                        ChannelHistory.SHOP,
                        "s" + i,
                        ARRIVED + i,
                        "c",
                        any(THINGS, random),
                        day,
                        version,
                        any(FEN, random)));
                chain.bring(new CreditChange(
                        ChannelHistory.SHOP,
                        "o" + i,
                        "last",
                        i % 2 == 0 ? "channel:c" : "code:LC-0",
                        day,
                        any(FEN, random),
                        "cause",
                        "p",
                        ARRIVED + i,
                        "change" + i,
                        random.nextBoolean() ? null : any(List.of(0L, ARRIVED, 253_402_300_799_999L), random)));
                chain.bring(new LiveCodeFact(
                        ChannelHistory.SHOP,
                        "d" + i,
                        ARRIVED + i,
                        "LC-0",
                        "c",
                        version,
                        any(List.of(Long.MIN_VALUE, 0L, ARRIVED), random),
                        any(List.of(Long.MAX_VALUE, 0L, ARRIVED), random)));
            }
            chain.tick(ARRIVED + 300);
            chain.tick(ClosedDays.closesAtMillis(LocalDate.of(9999, 12, 31).toEpochDay()) + 1);

            assertThat(chain.days()).isNotEmpty().allSatisfy(row -> assertThat(
                            List.of(row.spendFen(), row.revenueFen()))
                    .allMatch(fen -> Math.abs(fen) <= Money.MOST_FEN));
        }
    }

    /** A sum beyond what a column of 18 digits holds says the most that it can. */
    @Test
    void asManyOfTheLargestAsOverflowANumberSayTheMost() throws Exception {
        try (ChannelChain chain = ChannelChain.open()) {
            for (int i = 0; i < 1_100; i++) {
                chain.bring(new SpendFact(
                        ChannelHistory.SHOP,
                        "s" + i,
                        ARRIVED,
                        "c",
                        "ad|1|p" + i + "||",
                        ChannelHistory.FIRST_DAY,
                        1,
                        Bounds.MOST_FEN));
            }
            chain.tick(ChannelHistory.END);

            assertThat(chain.days())
                    .filteredOn(row -> row.spendFen() != 0)
                    .last()
                    .returns(Money.MOST_FEN, ChannelDayChange::spendFen);
        }
    }

    private static <T> T any(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
