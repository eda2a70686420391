package io.quanyu.jobs.channel;

import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What an ad platform reports of the cost of one thing on one day, at one moment. A later version of the same key and day
 * restates it.
 *
 * @param channel the channel that the money was spent on
 * @param key what the report is of: {@code platform|account|project|promotion|hour}, empty parts where it is of more
 * @param epochDay calendar day in Asia/Shanghai, as days since 1970-01-01
 * @param costFen cost in fen
 */
@TypeInfo(RecordType.Factory.class)
public record SpendFact(
        String tenant,
        String eventId,
        long receivedAtMillis,
        String channel,
        String key,
        long epochDay,
        long version,
        long costFen) {

    /** The same report, judged at another instant. */
    public SpendFact countingFrom(long millis) {
        return new SpendFact(tenant, eventId, millis, channel, key, epochDay, version, costFen);
    }
}
