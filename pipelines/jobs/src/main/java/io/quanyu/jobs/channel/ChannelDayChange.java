package io.quanyu.jobs.channel;

import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What a channel cost on a day and what it is credited with for the orders paid that day, in full. The newest version counts.
 *
 * @param day calendar day in Asia/Shanghai, as days since 1970-01-01
 * @param model {@code first}, {@code last} or {@code linear}
 * @param version grows with every change of the channel's day
 * @param decidedAtMillis when we knew, epoch milliseconds on the clock of the facts
 */
@TypeInfo(RecordType.Factory.class)
public record ChannelDayChange(
        String tenant,
        String channel,
        long day,
        String model,
        long spendFen,
        long revenueFen,
        long version,
        long decidedAtMillis) {}
