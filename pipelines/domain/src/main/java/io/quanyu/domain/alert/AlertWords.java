package io.quanyu.domain.alert;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** What an alert says to people, in Chinese. */
final class AlertWords {

    private AlertWords() {}

    static String reason(Streak streak, RoiPolicy policy) {
        String days = streak.days().stream()
                .map(day -> day(day.epochDay()) + " ROI " + day.roi().text())
                .collect(Collectors.joining(","));
        return streak.channel() + "连续 " + streak.days().size() + " 个投放日 ROI 低于 " + threshold(policy) + ":" + days
                + ";风险花费 " + BigDecimal.valueOf(streak.spendFen(), 2).toPlainString() + " 元";
    }

    static String suggestion(Streak streak, SpendDays all, RoiPolicy policy) {
        if (streak.end() != null) {
            return day(streak.end().epochDay()) + " ROI 回到 "
                    + streak.end().roi().text() + ",预警解除,恢复正常投放";
        }
        String cut = "建议收紧" + streak.channel() + "的优惠券或下调投放预算;";
        return all.bestPeer(streak.channel(), streak.firstDay(), streak.lastDay())
                .filter(peer -> peer.roi().reaches(policy.thresholdMilli()))
                .map(peer -> cut + "可把预算移向" + peer.channel() + "(同期 ROI "
                        + peer.roi().text() + ",各渠道最高)")
                .orElse(cut + "同期没有其他渠道达到阈值,暂不建议转移预算");
    }

    /** Why an alert is taken back; names the alert that took its place, if there is one. */
    static String withdrawn(RoiAlert said, String successor) {
        String taken = "数据更新后该连续低于阈值的记录不再成立,预警撤回(原:" + said.reason() + ")";
        return successor.isEmpty() ? taken : taken + ";由 " + successor + " 取代";
    }

    private static String threshold(RoiPolicy policy) {
        return BigDecimal.valueOf(policy.thresholdMilli(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String day(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }
}
