package io.quanyu.domain.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.customer.AnyFacts;
import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.Order;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.customer.RefundStatus;
import io.quanyu.domain.customer.RefundVersion;
import io.quanyu.domain.customer.Touch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final String ORDER = "youzan|s|E1";
    /** Still the day before in UTC. */
    private static final long PAID_AT =
            Instant.parse("2026-05-03T01:00:00+08:00").toEpochMilli();

    private static final long PAID_DAY = LocalDate.parse("2026-05-03").toEpochDay();
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void sharesAnOddFenWithTheEarlierTouch() {
        List<Credit> credits = credits(paid(101), touch("a", 2, "x"), touch("b", 1, "y"));

        assertThat(credits)
                .containsExactly(
                        new Credit(ORDER, Model.FIRST, "code:x", PAID_DAY, 101, ago(2)),
                        new Credit(ORDER, Model.LAST, "code:y", PAID_DAY, 101, ago(1)),
                        new Credit(ORDER, Model.LINEAR, "code:x", PAID_DAY, 51, ago(2)),
                        new Credit(ORDER, Model.LINEAR, "code:y", PAID_DAY, 50, ago(1)));
    }

    @Test
    void addsUpTheSharesOfOneSourceButNotOfTwoTouchesOfACode() {
        Fragment first = Fragment.of(Touch.ofChannel("c", ago(3), "z"));
        Fragment last = Fragment.of(Touch.ofChannel("d", ago(1), "z"));
        assertThat(linear(credits(paid(100), first, touch("b", 2, "y"), last)))
                .containsExactly(
                        new Credit(ORDER, Model.LINEAR, "channel:z", PAID_DAY, 67, Credit.NO_TOUCH),
                        new Credit(ORDER, Model.LINEAR, "code:y", PAID_DAY, 33, ago(2)));
        assertThat(linear(credits(paid(100), touch("a", 3, "x"), touch("b", 2, "y"), touch("c", 1, "x"))))
                .containsExactly(
                        new Credit(ORDER, Model.LINEAR, "code:x", PAID_DAY, 34, ago(3)),
                        new Credit(ORDER, Model.LINEAR, "code:x", PAID_DAY, 33, ago(1)),
                        new Credit(ORDER, Model.LINEAR, "code:y", PAID_DAY, 33, ago(2)));
    }

    @Test
    void looksBackThirtyDaysFromThePlacingAndUntilThePayment() {
        assertThat(credits(paid(1), touch("a", 30, "x")))
                .extracting(Credit::source)
                .containsOnly("code:x");
        assertThat(credits(paid(1), Fragment.of(Touch.ofCode("a", PAID_AT - 1, "x"))))
                .extracting(Credit::source)
                .containsOnly("code:x");
        assertThat(credits(paid(1), Fragment.of(Touch.ofCode("a", PAID_AT - 30 * DAY - 1, "x"))))
                .extracting(Credit::source)
                .containsOnly("direct");
        assertThat(credits(paid(1), Fragment.of(Touch.ofCode("a", PAID_AT, "x"))))
                .extracting(Credit::source)
                .containsOnly("direct");
    }

    /** A presale: the deposit in September, the balance in November. */
    @Test
    void anOrdersOwnCodeCountsHoweverLongThePaymentTook() {
        Fragment presale = Fragment.of(new OrderVersion(
                "e", ORDER, 1, Fulfilment.PAID, PAID_AT - 47 * DAY, PAID_AT, null, 300L, null, "lift", null, PAID_AT));

        assertThat(credits(presale)).extracting(Credit::source).containsOnly("code:lift");
        assertThat(credits(presale, touch("a", 76, "x")))
                .as("29 days before the placing")
                .extracting(Credit::source)
                .contains("code:x");
    }

    @Test
    void aRefundWithoutAnOrderIsALineOfItsOwnAndTakesNoMoreThanIsLeft() {
        Fragment back = Fragment.of(
                new RefundVersion("r", null, "youzan|s|r", 1, RefundStatus.SUCCEEDED, 60L, PAID_AT + 1, PAID_AT + 1));
        Fragment more = Fragment.of(
                new RefundVersion("s", null, "youzan|s|s", 1, RefundStatus.SUCCEEDED, 60L, PAID_AT + 2, PAID_AT + 2));

        assertThat(linear(credits(paid(100), back, more)))
                .containsExactly(
                        new Credit(ORDER, Model.LINEAR, "direct", PAID_DAY, 100, Credit.NO_TOUCH),
                        new Credit("youzan|s|r", Model.LINEAR, "unlinked_refund", PAID_DAY, -60, Credit.NO_TOUCH),
                        new Credit("youzan|s|s", Model.LINEAR, "unlinked_refund", PAID_DAY, -40, Credit.NO_TOUCH));
        assertThat(credits(back)).isEmpty();
    }

    @Test
    void aRefundLowersTheCreditsAndAFullOneEndsThem() {
        assertThat(credits(paid(100), touch("a", 1, "x"), refund(40)))
                .extracting(Credit::fen)
                .containsOnly(60L);
        assertThat(credits(paid(100), touch("a", 1, "x"), refund(100))).isEmpty();
    }

    @Test
    void anOrderFromADouyinLiveRoomIsTheLiveRoomsOwn() {
        Fragment order = Fragment.of(new OrderVersion(
                "e", "douyin|s|1", 1, Fulfilment.PAID, PAID_AT - 1, PAID_AT, null, 7L, "room", null, null, PAID_AT));

        assertThat(credits(order)).extracting(Credit::source).containsOnly("channel:抖音直播间");
    }

    @RepeatedTest(300)
    void creditsOfAnOrderAddUpToItsNetRevenueInEveryModel(RepetitionInfo repetition) {
        Customer customer = new AnyFacts(repetition.getCurrentRepetition()).customer();
        List<Credit> credits = Attribution.credits(customer, AttributionPolicy.standard());

        for (Order order : customer.orders()) {
            for (Model model : Model.values()) {
                assertThat(credits.stream()
                                .filter(credit -> credit.order().equals(order.order()) && credit.model() == model)
                                .mapToLong(Credit::fen)
                                .sum())
                        .as("%s of %s", model, order)
                        .isEqualTo(order.netFen());
            }
        }
        for (Model model : Model.values()) {
            assertThat(credits.stream()
                            .filter(credit -> credit.model() == model)
                            .mapToLong(Credit::fen)
                            .sum())
                    .as("%s of all", model)
                    .isEqualTo(customer.netRevenueFen());
        }
        assertThat(credits).allSatisfy(credit -> assertThat(credit.fen() < 0)
                .isEqualTo(credit.source().equals(Attribution.UNLINKED_REFUND)));
        assertThat(credits.stream()
                        .map(credit -> credit.order() + credit.model() + credit.source() + credit.touchedMillis()))
                .doesNotHaveDuplicates();
    }

    @RepeatedTest(200)
    void neitherOrderNorRepeatsNorAccountsOfTheFactsMatter(RepetitionInfo repetition) {
        AnyFacts any = new AnyFacts(repetition.getCurrentRepetition());
        List<Fragment> facts = any.fragments(30);

        assertThat(Attribution.credits(any.dealt(facts), AttributionPolicy.standard()))
                .isEqualTo(Attribution.credits(any.dealt(facts), AttributionPolicy.standard()));
    }

    private static List<Credit> linear(List<Credit> credits) {
        return credits.stream().filter(credit -> credit.model() == Model.LINEAR).toList();
    }

    private static List<Credit> credits(Fragment... facts) {
        Fragment union = Stream.of(facts).reduce(Fragment.EMPTY, Fragment::merge);
        return Attribution.credits(Customer.of(Map.of("unionid|wx|u", union)), AttributionPolicy.standard());
    }

    private static Fragment paid(long fen) {
        return Fragment.of(new OrderVersion(
                "e", ORDER, 1, Fulfilment.PAID, PAID_AT, PAID_AT, null, fen, null, null, null, PAID_AT));
    }

    private static long ago(int days) {
        return PAID_AT - days * DAY;
    }

    private static Fragment touch(String id, int daysBefore, String code) {
        return Fragment.of(Touch.ofCode(id, PAID_AT - daysBefore * DAY, code));
    }

    private static Fragment refund(long fen) {
        return Fragment.of(
                new RefundVersion("r", ORDER, "youzan|s|r", 1, RefundStatus.SUCCEEDED, fen, PAID_AT + 1, PAID_AT + 1));
    }
}
