package io.quanyu.domain.alert;

import static io.quanyu.domain.alert.AlertStatus.OPENED;
import static io.quanyu.domain.alert.AlertStatus.RESOLVED;
import static io.quanyu.domain.alert.AlertStatus.RESTATED;
import static io.quanyu.domain.alert.AlertStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoiAlertsTest {

    private static final RoiPolicy POLICY = RoiPolicy.standard();
    private static final String LIVE = "抖音直播间";
    private static final long MAY_1 = LocalDate.parse("2026-05-01").toEpochDay();

    /** ROI 1.4, 1.3, 1.2 on a spend of 1,000 yuan a day. */
    private static final List<ChannelDay> STORY = List.of(live(1, 1_400_00), live(2, 1_300_00), live(3, 1_200_00));

    @Test
    void threeSpendDaysBelowTheThresholdAreExactlyOneAlert() {
        List<RoiAlert> alerts = RoiAlerts.of(STORY, POLICY, day(3));

        assertThat(RoiAlerts.changes(List.of(), alerts))
                .containsExactly(new RoiAlert(
                        "roi|抖音直播间|2026-05-01",
                        LIVE,
                        OPENED,
                        List.of(day(1), day(2), day(3)),
                        List.of(14_000L, 13_000L, 12_000L),
                        1500,
                        3_000_00,
                        day(3),
                        "抖音直播间连续 3 个投放日 ROI 低于 1.5:2026-05-01 ROI 1.4,2026-05-02 ROI 1.3,2026-05-03 ROI 1.2;风险花费 3000.00 元",
                        "建议收紧抖音直播间的优惠券或下调投放预算;同期没有其他渠道达到阈值,暂不建议转移预算"));
        assertThat(RoiAlerts.changes(alerts, alerts)).isEmpty();
    }

    @Test
    void aDayCountsOnlyWhenItIsClosed() {
        assertThat(RoiAlerts.of(STORY, POLICY, day(2))).isEmpty();
    }

    @Test
    void aLateChangeThatLiftsDayTwoWithdrawsTheAlert() {
        List<RoiAlert> said = RoiAlerts.of(STORY, POLICY, day(3));
        List<RoiAlert> now = RoiAlerts.of(with(STORY, live(2, 1_600_00)), POLICY, day(3));

        assertThat(now).isEmpty();
        assertThat(RoiAlerts.changes(said, now)).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo("roi|抖音直播间|2026-05-01");
            assertThat(alert.status()).isEqualTo(WITHDRAWN);
            assertThat(alert.reason()).startsWith("数据更新后该连续低于阈值的记录不再成立,预警撤回").doesNotContain("取代");
        });
    }

    @Test
    void aLateRefundThatLowersADayRestatesTheAlert() {
        List<RoiAlert> said = RoiAlerts.of(STORY, POLICY, day(3));
        List<RoiAlert> now = RoiAlerts.of(with(STORY, live(2, 1_100_00)), POLICY, day(3));

        assertThat(RoiAlerts.changes(said, now)).singleElement().satisfies(alert -> {
            assertThat(alert.status()).isEqualTo(RESTATED);
            assertThat(alert.roiTenThousandths()).containsExactly(14_000L, 11_000L, 12_000L);
        });
        assertThat(RoiAlerts.changes(RoiAlerts.changes(said, now), now))
                .as("the last word may stand in for what was said")
                .isEmpty();
    }

    @Test
    void aLateRefundCanOpenAnAlertThatWasNotThere() {
        List<ChannelDay> healthy = with(STORY, live(2, 1_600_00));

        assertThat(RoiAlerts.changes(RoiAlerts.of(healthy, POLICY, day(3)), RoiAlerts.of(STORY, POLICY, day(3))))
                .extracting(RoiAlert::status)
                .containsExactly(OPENED);
    }

    @Test
    void theFirstSpendDayAtTheThresholdResolvesTheAlert() {
        List<RoiAlert> said = RoiAlerts.of(STORY, POLICY, day(3));
        List<RoiAlert> now = RoiAlerts.of(with(STORY, live(5, 1_500_00)), POLICY, day(5));

        assertThat(RoiAlerts.changes(said, now)).singleElement().satisfies(alert -> {
            assertThat(alert.status()).isEqualTo(RESOLVED);
            assertThat(alert.days()).containsExactly(day(1), day(2), day(3));
            assertThat(alert.validDay()).isEqualTo(day(5));
            assertThat(alert.suggestion()).isEqualTo("2026-05-05 ROI 回到 1.5,预警解除,恢复正常投放");
        });
        assertThat(RoiAlerts.changes(now, said))
                .as("the resolving day is taken back")
                .extracting(RoiAlert::status)
                .containsExactly(OPENED);
    }

    @Test
    void aFourthDayExtendsTheSameAlert() {
        List<RoiAlert> said = RoiAlerts.of(STORY, POLICY, day(3));
        List<RoiAlert> now = RoiAlerts.of(with(STORY, live(4, 0)), POLICY, day(4));

        assertThat(RoiAlerts.changes(said, now)).singleElement().satisfies(alert -> {
            assertThat(alert.status()).isEqualTo(RESTATED);
            assertThat(alert.id()).isEqualTo(said.get(0).id());
            assertThat(alert.days()).hasSize(4);
            assertThat(alert.spendAtRiskFen()).isEqualTo(4_000_00);
        });
    }

    @Test
    void aRestatementThatMovesTheFirstDayNamesTheSuccessor() {
        List<ChannelDay> four = with(STORY, live(4, 1_000_00));
        List<RoiAlert> said = RoiAlerts.of(four, POLICY, day(4));
        List<RoiAlert> now = RoiAlerts.of(with(four, live(1, 1_500_00)), POLICY, day(4));

        assertThat(RoiAlerts.changes(said, now))
                .extracting(RoiAlert::id, RoiAlert::status)
                .containsExactly(tuple("roi|抖音直播间|2026-05-01", WITHDRAWN), tuple("roi|抖音直播间|2026-05-02", OPENED));
        assertThat(RoiAlerts.changes(said, now).get(0).reason()).endsWith(";由 roi|抖音直播间|2026-05-02 取代");
    }

    @Test
    void daysWithoutSpendNeitherExtendNorBreakTheStreak() {
        ChannelDay pause = new ChannelDay(LIVE, day(2), 0, 900_00);

        assertThat(RoiAlerts.of(List.of(live(1, 0), pause, live(3, 0)), POLICY, day(9)))
                .isEmpty();
        assertThat(RoiAlerts.of(List.of(live(1, 0), pause, live(3, 0), live(7, 0)), POLICY, day(9)))
                .singleElement()
                .satisfies(alert -> assertThat(alert.days()).containsExactly(day(1), day(3), day(7)));
    }

    @Test
    void daysBelowTheLeastSpendAreAsDaysWithoutSpend() {
        ChannelDay penny = new ChannelDay(LIVE, day(4), 99_99, 9_000_00);

        assertThat(RoiAlerts.of(
                        Stream.of(1, 2, 3)
                                .map(day -> new ChannelDay(LIVE, day(day), 99_99, 0))
                                .toList(),
                        POLICY,
                        day(9)))
                .isEmpty();
        assertThat(RoiAlerts.of(with(STORY, penny), POLICY, day(9)))
                .singleElement()
                .satisfies(alert -> assertThat(alert.status()).isEqualTo(OPENED));
    }

    @Test
    void aStreakHasNoGapOfMoreThanAWeek() {
        assertThat(RoiAlerts.of(List.of(live(1, 0), live(8, 0), live(15, 0)), POLICY, day(20)))
                .singleElement()
                .satisfies(alert -> assertThat(alert.days()).containsExactly(day(1), day(8), day(15)));
        assertThat(RoiAlerts.of(List.of(live(1, 0), live(8, 0), live(16, 0)), POLICY, day(20)))
                .isEmpty();
    }

    @Test
    void aStreakBeforeAGapEndsAtTheNextGoodDay() {
        List<ChannelDay> later = Stream.concat(STORY.stream(), Stream.of(live(15, 0), live(16, 0), live(17, 0)))
                .toList();

        assertThat(RoiAlerts.of(later, POLICY, day(20)))
                .extracting(RoiAlert::id, RoiAlert::status)
                .containsExactly(tuple("roi|抖音直播间|2026-05-01", OPENED), tuple("roi|抖音直播间|2026-05-15", OPENED));
        assertThat(RoiAlerts.of(with(later, live(18, 9_000_00)), POLICY, day(20)))
                .extracting(RoiAlert::status, RoiAlert::validDay)
                .containsExactly(tuple(RESOLVED, day(18)), tuple(RESOLVED, day(18)));
    }

    @Test
    void theThresholdIsComparedExactlyAndNotAsRounded() {
        List<ChannelDay> hair = Stream.of(1, 2, 3)
                .map(day -> new ChannelDay(LIVE, day(day), 1_000_000_00, 1_500_000_00 - 1))
                .toList();

        assertThat(RoiAlerts.of(hair, POLICY, day(3))).singleElement().satisfies(alert -> {
            assertThat(alert.roiTenThousandths()).containsOnly(14_999L);
            assertThat(alert.reason()).contains("ROI 低于 1.5:").contains("2026-05-01 ROI 1.4999,");
        });
    }

    @Test
    void theBudgetShouldMoveToTheBestChannelAboveTheThreshold() {
        List<ChannelDay> peers = Stream.concat(
                        STORY.stream(),
                        Stream.of(
                                new ChannelDay("朋友圈", day(1), 100_00, 235_00),
                                new ChannelDay("小红书", day(2), 100_00, 160_00),
                                new ChannelDay("门店", day(9), 100_00, 900_00)))
                .toList();

        assertThat(RoiAlerts.of(peers, POLICY, day(9))).singleElement().satisfies(alert -> assertThat(
                        alert.suggestion())
                .isEqualTo("建议收紧抖音直播间的优惠券或下调投放预算;可把预算移向朋友圈(同期 ROI 2.35,各渠道最高)"));
    }

    @Test
    void twoRowsOfOneDayAndASenselessPolicyAreRefused() {
        assertThatThrownBy(() -> RoiAlerts.of(List.of(live(1, 1), live(1, 2)), POLICY, day(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one row per day");
        assertThatThrownBy(() -> new RoiPolicy(1500, 0, 1, 1)).hasMessageContaining("streak 0");
    }

    private static List<ChannelDay> with(List<ChannelDay> days, ChannelDay other) {
        return Stream.concat(days.stream().filter(day -> day.epochDay() != other.epochDay()), Stream.of(other))
                .toList();
    }

    private static ChannelDay live(int dayOfMay, long revenueFen) {
        return new ChannelDay(LIVE, day(dayOfMay), 1_000_00, revenueFen);
    }

    private static long day(int dayOfMay) {
        return MAY_1 + dayOfMay - 1;
    }
}
