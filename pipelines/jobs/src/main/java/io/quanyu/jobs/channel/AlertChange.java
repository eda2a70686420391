package io.quanyu.jobs.channel;

import io.quanyu.jobs.record.RecordType;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * An alert was opened, resolved, withdrawn or restated. The newest version of an alert counts.
 *
 * @param kind {@code roi}
 * @param status {@code opened}, {@code resolved}, {@code withdrawn} or {@code restated}
 * @param days the days it is about, in Asia/Shanghai, as days since 1970-01-01
 * @param roi return on spend of each of these days, with four decimals
 * @param threshold the return below which a day counts as bad
 * @param spendAtRiskFen what was spent on these days
 * @param validAtMillis since when it is so
 * @param decidedAtMillis when we knew, epoch milliseconds on the clock of the facts
 */
@TypeInfo(RecordType.Factory.class)
public record AlertChange(
        String tenant,
        String alertId,
        String kind,
        String channel,
        String status,
        long version,
        List<Long> days,
        List<String> roi,
        String threshold,
        long spendAtRiskFen,
        String reason,
        String suggestion,
        long validAtMillis,
        long decidedAtMillis) {}
