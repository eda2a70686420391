package io.quanyu.jobs.channel;

import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A difference in what a channel is credited with for the orders paid on one day.
 *
 * @param epochDay calendar day of the payment in Asia/Shanghai, as days since 1970-01-01
 * @param model {@code first}, {@code last} or {@code linear}
 * @param deltaFen fen added, negative if taken away
 * @param atMillis when that was decided, epoch milliseconds on the clock of the facts
 */
@TypeInfo(RecordType.Factory.class)
public record ChannelCredit(String tenant, String channel, long epochDay, String model, long deltaFen, long atMillis) {}
