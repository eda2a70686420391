package io.quanyu.facts;

import io.quanyu.domain.customer.Money;
import io.quanyu.events.SpendReported;
import org.jspecify.annotations.Nullable;

/** A report of spend is known by platform, account, project, promotion and hour. What is spent in another currency is not added. */
final class SpendFacts {

    private SpendFacts() {}

    static Content of(SpendReported report) {
        if (!Money.isHome(Money.counted(report.getCurrency(), report.getTenantCurrency()))) {
            return Content.NOTHING;
        }
        return new Content.OfSpend(
                report.getChannel(),
                String.join(
                        "|",
                        report.getPlatform(),
                        report.getShop(),
                        part(report.getProject()),
                        part(report.getPromotion()),
                        hour(report.getHour())),
                report.getDay().toEpochDay(),
                report.getVersion(),
                report.getCostFen());
    }

    /** What the key is read back from has no bar. */
    private static String part(String text) {
        return text.replace("%", "%25").replace("|", "%7C");
    }

    private static String hour(@Nullable Integer hour) {
        return hour == null ? "" : hour.toString();
    }
}
