package io.quanyu.domain.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.domain.customer.CouponClaim;
import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.customer.RefundStatus;
import io.quanyu.domain.customer.RefundVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TagsTest {

    private static final long MAY_1 = shanghai("2026-05-01T10:00:00");
    private static final long MAY_3 = shanghai("2026-05-03T10:00:00");
    private static final long MAY_20 = shanghai("2026-05-20T10:00:00");
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void anOlderOrderThatArrivesLateEndsTheTasterTagAndBothOrdersAreNamed() {
        Fragment pdd = order("pdd|s|P1", MAY_3, 100_00);
        Fragment taobao = order("taobao|s|T1", MAY_1, 80_00);

        assertThat(judge("new_buyer", MAY_3, pdd).value()).isEqualTo("true");
        TagState exited = judge("new_buyer", MAY_20, pdd, taobao);
        assertThat(exited.stands()).isFalse();
        assertThat(exited.sinceMillis()).isEqualTo(MAY_3);
        assertThat(exited.reason()).isEqualTo("有效付费订单 2 笔(应恰为 1 笔)");
        assertThat(exited.witnesses()).containsExactly("taobao|s|T1", "pdd|s|P1");
    }

    @Test
    void aFullyRefundedOrFreeOrUnpaidOrderIsNoFirstOrder() {
        Fragment one = order("youzan|s|1", MAY_1, 100_00);

        assertThat(judge("new_buyer", MAY_20, one, refund("youzan|s|1", MAY_3, 99_99))
                        .stands())
                .as("a partial refund leaves an effective order")
                .isTrue();
        TagState refunded = judge("new_buyer", MAY_20, one, refund("youzan|s|1", MAY_3, 100_00));
        assertThat(refunded.stands()).isFalse();
        assertThat(refunded.sinceMillis()).isEqualTo(MAY_3);
        assertThat(refunded.reason()).isEqualTo("有效付费订单 0 笔(应恰为 1 笔)");
        assertThat(judge("new_buyer", MAY_20, order("youzan|s|1", MAY_1, 0)).stands())
                .isFalse();
        assertThat(judge("new_buyer", MAY_20, order("youzan|s|1", null, 100_00)).stands())
                .isFalse();
    }

    @Test
    void aFullRefundOfTheSecondOrderMakesABuyerNewAgain() {
        TagState state = judge(
                "new_buyer",
                MAY_20,
                order("youzan|s|1", MAY_1, 100_00),
                order("youzan|s|2", MAY_3, 50_00),
                refund("youzan|s|2", MAY_3 + DAY, 50_00));

        assertThat(state.value()).isEqualTo("true");
        assertThat(state.sinceMillis()).isEqualTo(MAY_3 + DAY);
        assertThat(state.witnesses()).containsExactly("youzan|s|1");
    }

    @Test
    void theMonthlyVipEntersAboveFiveThousandAndARefundEndsIt() {
        Fragment big = order("youzan|s|1", MAY_1, 5_000_00);
        Fragment small = order("youzan|s|2", MAY_3, 1);

        assertThat(judge("vip_month", MAY_3, big).stands())
                .as("exactly 5,000 yuan")
                .isFalse();
        TagState vip = judge("vip_month", MAY_20, big, small);
        assertThat(vip.value()).isEqualTo("VIP");
        assertThat(vip.sinceMillis()).isEqualTo(MAY_3);
        assertThat(vip.reason()).isEqualTo("2026-05 月净消费 5000.01 元(须超过 5000 元)");
        TagState exited = judge("vip_month", MAY_20, big, small, refund("youzan|s|1", MAY_3 + DAY, 10_00));
        assertThat(exited.stands()).isFalse();
        assertThat(exited.sinceMillis()).isEqualTo(MAY_3 + DAY);
        assertThat(exited.reason()).isEqualTo("2026-05 月净消费 4990.01 元(须超过 5000 元)");
    }

    @Test
    void theMonthlyVipEndsWithTheShanghaiMonth() {
        Customer customer = person(order("youzan|s|1", MAY_1, 5_000_01));
        long june = shanghai("2026-06-01T00:00:00");

        Judgement judgement = Tags.judge(customer, MAY_20);
        assertThat(judgement.values()).containsOnlyKeys("new_buyer", "vip_level", "vip_month");
        assertThat(judgement.nextReviewMillis()).isEqualTo(june);
        assertThat(Tags.judge(customer, june - 1).values()).containsKey("vip_month");
        assertThat(Tags.judge(customer, june).values()).doesNotContainKey("vip_month");
    }

    @Test
    void theVipLevelFollowsTheNetRevenueOfAYear() {
        assertThat(judge("vip_level", MAY_20, order("youzan|s|1", MAY_1, 499_99))
                        .value())
                .isNull();
        assertThat(judge("vip_level", MAY_20, order("youzan|s|1", MAY_1, 500_00))
                        .value())
                .isEqualTo("V1");
        assertThat(judge("vip_level", MAY_20, order("youzan|s|1", MAY_1, 2_000_00))
                        .value())
                .isEqualTo("V2");
        Fragment top = order("youzan|s|1", MAY_1, 5_000_00);
        assertThat(judge("vip_level", MAY_20, top).value()).isEqualTo("V3");
        assertThat(judge("vip_level", MAY_1 + 365 * DAY - 1, top).value()).isEqualTo("V3");
        assertThat(judge("vip_level", MAY_1 + 365 * DAY, top).value()).isNull();
        TagState lowered = judge("vip_level", MAY_20, top, refund("youzan|s|1", MAY_3, 1));
        assertThat(lowered.value()).isEqualTo("V2");
        assertThat(lowered.sinceMillis()).isEqualTo(MAY_3);
        assertThat(lowered.reason()).isEqualTo("近 365 天净消费 4999.99 元(V1 满 500 元,V2 满 2000 元,V3 满 5000 元)");
    }

    @Test
    void aLiveRoomCouponOrOrderMakesAPersonLiveSensitiveForThirtyDays() {
        Fragment coupon = Fragment.of(new CouponClaim("c1", MAY_1, "room-7"));
        TagState state = judge("live_sensitive", MAY_3, coupon);

        assertThat(state.value()).isEqualTo("true");
        assertThat(state.sinceMillis()).isEqualTo(MAY_1);
        assertThat(state.reason()).isEqualTo("近 30 天直播间领券 1 次、直播间下单 0 笔(合计至少 1 次)");
        assertThat(state.witnesses()).containsExactly("c1");
        assertThat(judge("live_sensitive", MAY_1 + 30 * DAY - 1, coupon).stands())
                .isTrue();
        assertThat(judge("live_sensitive", MAY_1 + 30 * DAY, coupon).stands()).isFalse();
        assertThat(judge("live_sensitive", MAY_3, Fragment.of(new CouponClaim("c1", MAY_1, null)))
                        .stands())
                .as("a coupon from elsewhere")
                .isFalse();
        Fragment placed = Fragment.of(new OrderVersion(
                "e", "douyin|s|1", 1, Fulfilment.CREATED, MAY_1, null, null, 1L, "room-7", null, null, MAY_1));
        assertThat(judge("live_sensitive", MAY_3, placed).witnesses()).containsExactly("douyin|s|1");
    }

    @Test
    void aQualitySensitivePersonStaysSoUntilTheRatioIsBelowTwentyPercent() {
        Fragment three = Stream.of("1", "2", "3")
                .map(id -> order("youzan|s|" + id, MAY_1, 100_00))
                .reduce(Fragment.EMPTY, Fragment::merge);
        Fragment refund = refund("youzan|s|1", MAY_3, 90_00);

        TagState entered = judge("quality_sensitive", MAY_20, three, refund);
        assertThat(entered.value()).as("exactly 30 %").isEqualTo("true");
        assertThat(entered.sinceMillis()).isEqualTo(MAY_3);
        assertThat(entered.reason())
                .isEqualTo("近 180 天付费订单 3 笔(进入须 ≥ 3 笔),退款 90.00 元 ÷ 付费 300.00 元 = 30.0%(进入须 ≥ 30%,低于 20% 退出)");
        Fragment atTwenty = order("youzan|s|4", MAY_3 + DAY, 150_00);
        assertThat(judge("quality_sensitive", MAY_20, three, refund, atTwenty).stands())
                .as("exactly 20 %, entered before")
                .isTrue();
        assertThat(judge("quality_sensitive", MAY_20, three, refund, order("youzan|s|4", MAY_1, 150_00))
                        .stands())
                .as("exactly 20 %, never 30 %")
                .isFalse();
        TagState left = judge("quality_sensitive", MAY_20, three, refund, order("youzan|s|4", MAY_3 + DAY, 150_01));
        assertThat(left.stands()).isFalse();
        assertThat(left.sinceMillis()).isEqualTo(MAY_3 + DAY);
        assertThat(left.reason()).contains("= 19.9%");
        assertThat(judge("quality_sensitive", MAY_1 + 180 * DAY, three, refund).stands())
                .as("no payment is left in the window")
                .isFalse();
    }

    @Test
    void anOrderIsAWitnessFromItsPaymentUntilTheInstantAtWhichItsWindowEnds() {
        Fragment orders = order("youzan|s|1", MAY_1, 100_00).merge(order("youzan|s|2", MAY_3, 100_00));
        long firstEnds = MAY_1 + 180 * DAY;

        assertThat(judge("quality_sensitive", MAY_3 - 1, orders).witnesses()).containsExactly("youzan|s|1");
        assertThat(judge("quality_sensitive", MAY_3, orders).witnesses()).containsExactly("youzan|s|1", "youzan|s|2");
        assertThat(judge("quality_sensitive", firstEnds - 1, orders).witnesses())
                .containsExactly("youzan|s|1", "youzan|s|2");
        assertThat(judge("quality_sensitive", firstEnds, orders).witnesses()).containsExactly("youzan|s|2");
    }

    @Test
    void aLiveRoomIsAWitnessUntilTheInstantAtWhichItsWindowEnds() {
        Fragment coupons = Fragment.of(new CouponClaim("c1", MAY_1, "room"))
                .merge(Fragment.of(new CouponClaim("c2", MAY_3, "room")));
        long firstEnds = MAY_1 + 30 * DAY;

        assertThat(judge("live_sensitive", MAY_3 - 1, coupons).witnesses()).containsExactly("c1");
        assertThat(judge("live_sensitive", firstEnds - 1, coupons).witnesses()).containsExactly("c1", "c2");
        assertThat(judge("live_sensitive", firstEnds, coupons).witnesses()).containsExactly("c2");
    }

    @Test
    void twoOrdersAreTooFewForQualitySensitivity() {
        assertThat(judge(
                                "quality_sensitive",
                                MAY_20,
                                order("youzan|s|1", MAY_1, 100_00),
                                order("youzan|s|2", MAY_1, 100_00),
                                refund("youzan|s|1", MAY_3, 100_00))
                        .stands())
                .isFalse();
    }

    @Test
    void timeAloneMakesABuyerDormantAndAnySignOfLifeWakesThem() {
        Fragment bought = order("youzan|s|1", MAY_1, 100_00);
        Judgement judgement = Tags.judge(person(bought), MAY_1 + 40 * DAY);
        long asleep = MAY_1 + 90 * DAY;

        assertThat(judgement.nextReviewMillis()).isEqualTo(asleep);
        assertThat(judge("dormant", asleep - 1, bought).stands()).isFalse();
        TagState dormant = judge("dormant", asleep + DAY, bought);
        assertThat(dormant.value()).isEqualTo("true");
        assertThat(dormant.sinceMillis()).isEqualTo(asleep);
        assertThat(dormant.reason()).isEqualTo("曾付费 1 笔;最近活跃 2026-05-01 10:00,已满 90 天无订单、消息、浏览");
        for (Fragment life :
                new Fragment[] {Fragment.ofMessage(asleep), Fragment.ofBrowse(asleep), order("youzan|s|2", null, 1)}) {
            assertThat(judge("dormant", asleep + DAY, bought, life).stands()).isFalse();
        }
    }

    @Test
    void whoNeverBoughtIsNeverDormant() {
        Judgement judgement = Tags.judge(person(Fragment.ofMessage(MAY_1)), MAY_1 + 1000 * DAY);

        assertThat(judgement.values()).isEmpty();
        assertThat(judgement.nextReviewMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(judgement.tags()).extracting(TagState::tag).isEqualTo(Tags.CODES);
        assertThat(judgement.tags()).extracting(TagState::sinceMillis).containsOnly(MAY_1);
    }

    @Test
    void aRefundWithoutOrderLowersWhatWasSpent() {
        Fragment unlinked = Fragment.of(
                new RefundVersion("u", null, "youzan|s|u", 1, RefundStatus.SUCCEEDED, 100_00L, MAY_3, MAY_3));

        assertThat(Tags.judge(person(order("youzan|s|1", MAY_1, 500_00), unlinked), MAY_20)
                        .values())
                .containsOnlyKeys("new_buyer");
        assertThat(Tags.judge(person(order("youzan|s|1", MAY_1, 600_00), unlinked), MAY_20)
                        .values())
                .containsOnlyKeys("new_buyer", "vip_level");
    }

    @Test
    void everyTagHasAChineseNameAndAnUnknownOneIsRefused() {
        assertThat(Tags.CODES)
                .extracting(TagRules::chineseName)
                .containsExactly("尝鲜客", "VIP等级", "月消费VIP", "直播敏感型", "品质敏感", "沉睡客户");
        assertThatThrownBy(() -> TagRules.chineseName("vip"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vip_level");
    }

    private static TagState judge(String tag, long asOf, Fragment... facts) {
        return Tags.judge(person(facts), asOf).tags().stream()
                .filter(state -> state.tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private static Customer person(Fragment... facts) {
        return Customer.of(Map.of("unionid|wx|u", Stream.of(facts).reduce(Fragment.EMPTY, Fragment::merge)));
    }

    /** An order that is paid where it is placed; an unpaid one is placed on 1 August. */
    private static Fragment order(String order, @Nullable Long paidAt, long fen) {
        long placed = paidAt == null ? shanghai("2026-08-01T00:00:00") : paidAt;
        Fulfilment fulfilment = paidAt == null ? Fulfilment.CREATED : Fulfilment.PAID;
        return Fragment.of(new OrderVersion(
                "e:" + order, order, 1, fulfilment, placed, paidAt, null, fen, null, null, null, placed));
    }

    private static Fragment refund(String order, long at, long fen) {
        return Fragment.of(
                new RefundVersion("r:" + order, order, order + "-r", 1, RefundStatus.SUCCEEDED, fen, at, at));
    }

    private static long shanghai(String local) {
        return Instant.parse(local + "+08:00").toEpochMilli();
    }
}
