package io.quanyu.jobs.customer;

import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * A difference in what a source is credited with for an order. The current credit is the sum of its differences, over all
 * persons: when an order moves from one person to another, the first withdraws what the second enters.
 *
 * @param orderId {@code platform|shop|order_id}
 * @param model {@code first}, {@code last} or {@code linear}
 * @param source {@code code:<live code>}, {@code channel:<name>} or {@code direct}
 * @param paidDay calendar day of the payment in Asia/Shanghai, as days since 1970-01-01
 * @param deltaFen fen added, negative if taken away
 * @param cause what changed: ids of events and assignments
 * @param decidedAtMillis when we knew, epoch milliseconds on the clock of the facts
 * @param changeId the same in every replay
 * @param touchedAtMillis when the person met the live code; null for what is no live code, and where an older build did not keep it
 */
@TypeInfo(RecordType.Factory.class)
public record CreditChange(
        String tenant,
        String orderId,
        String model,
        String source,
        long paidDay,
        long deltaFen,
        String cause,
        String oneId,
        long decidedAtMillis,
        String changeId,
        @Nullable Long touchedAtMillis) {}
