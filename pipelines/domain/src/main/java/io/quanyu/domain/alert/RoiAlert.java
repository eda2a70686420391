package io.quanyu.domain.alert;

import java.util.Collections;
import java.util.List;

/**
 * A streak of spend days on which a channel's ROI stayed below its threshold. Days below the least spend are none.
 *
 * @param id {@code roi|<channel>|<first day of the streak, ISO>}
 * @param days the spend days of the streak, epoch days in Asia/Shanghai, ascending
 * @param roiTenThousandths ROI of each of {@code days}, in 1/10,000, cut off
 * @param thresholdMilli the threshold, in 1/1,000
 * @param spendAtRiskFen spend of all {@code days}, in fen
 * @param validDay the epoch day whose close made it so: the day that resolved it, else the day that filled the streak
 * @param reason in Chinese: days and ROI against the threshold
 * @param suggestion in Chinese: what to do
 */
public record RoiAlert(
        String id,
        String channel,
        AlertStatus status,
        List<Long> days,
        List<Long> roiTenThousandths,
        long thresholdMilli,
        long spendAtRiskFen,
        long validDay,
        String reason,
        String suggestion) {

    /** Whether somebody should still act. */
    public boolean stands() {
        return status == AlertStatus.OPENED || status == AlertStatus.RESTATED;
    }

    RoiAlert withStatus(AlertStatus other) {
        return new RoiAlert(
                id,
                channel,
                other,
                days,
                roiTenThousandths,
                thresholdMilli,
                spendAtRiskFen,
                validDay,
                reason,
                suggestion);
    }

    RoiAlert withdrawn(String why) {
        return new RoiAlert(
                id,
                channel,
                AlertStatus.WITHDRAWN,
                days,
                roiTenThousandths,
                thresholdMilli,
                spendAtRiskFen,
                validDay,
                why,
                "无需处理");
    }

    boolean sharesDaysWith(RoiAlert other) {
        return channel.equals(other.channel) && !Collections.disjoint(days, other.days);
    }
}
