package io.quanyu.local.demo;

import io.quanyu.world.truth.Truth.ExpectedAlert;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** An ROI alert as it stands at the end, for reading. */
record AlertLine(
        String channel,
        String status,
        String days,
        String roi,
        BigDecimal spendAtRisk,
        String reason,
        String suggestion,
        String openedAt,
        String decidedAt) {

    static AlertLine of(ResultSet row) throws SQLException {
        return new AlertLine(
                row.getString("channel"),
                row.getString("status"),
                row.getString("days"),
                row.getString("roi"),
                row.getBigDecimal("spend_at_risk_yuan"),
                row.getString("reason"),
                row.getString("suggestion"),
                row.getString("opened_at"),
                row.getString("decided_at"));
    }

    void print(PrintWriter out) {
        out.printf("● %s  %s  (opened %s, last changed %s)%n", channel, standing(), openedAt, decidedAt);
        out.printf("  日期 days    %s%n  ROI          %s%n  花费 at risk %s yuan%n", days, roi, spendAtRisk);
        out.printf("  原因 reason  %s%n  建议 advice  %s%n%n", reason, suggestion);
    }

    private String standing() {
        return switch (status) {
            case "opened" -> "打开 open";
            case "restated" -> "打开 open, restated";
            case "resolved" -> "已恢复 resolved";
            case "withdrawn" -> "已撤回 withdrawn";
            default -> status;
        };
    }

    /** Whether this is the alert that must come. A restated one stands as an opened one does. */
    boolean answers(ExpectedAlert expected) {
        String stands = status.equals("restated") ? "opened" : status;
        boolean sameDays = expected.status().equals("withdrawn")
                || days.contains(LocalDate.ofEpochDay(expected.firstEpochDay()).toString());
        return channel.equals(expected.channel()) && stands.equals(expected.status()) && sameDays;
    }
}
