package io.quanyu.jobs.channel;

import io.quanyu.domain.alert.RoiAlert;
import io.quanyu.jobs.record.RecordType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * State of an alert: the last word on it, and which one that is. A withdrawn alert stays, since the version must grow if the
 * streak comes back.
 *
 * @param version number of words on this alert
 */
@TypeInfo(RecordType.Factory.class)
public record SaidAlert(RoiAlert alert, long version) {

    private static final String KIND = "roi";
    private static final int THRESHOLD_DIGITS = 3;
    private static final int ROI_DIGITS = 4;

    AlertChange row(String tenant, long decidedAtMillis) {
        List<String> roi = alert.roiTenThousandths().stream()
                .map(value -> BigDecimal.valueOf(value, ROI_DIGITS).toPlainString())
                .toList();
        return new AlertChange(
                tenant,
                alert.id(),
                KIND,
                alert.channel(),
                alert.status().name().toLowerCase(Locale.ROOT),
                version,
                alert.days(),
                roi,
                BigDecimal.valueOf(alert.thresholdMilli(), THRESHOLD_DIGITS).toPlainString(),
                alert.spendAtRiskFen(),
                alert.reason(),
                alert.suggestion(),
                ClosedDays.closesAtMillis(alert.validDay()),
                decidedAtMillis);
    }
}
