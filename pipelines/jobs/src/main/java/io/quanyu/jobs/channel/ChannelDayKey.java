package io.quanyu.jobs.channel;

import io.quanyu.jobs.record.RecordType;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/** A channel on a day. A key in state. */
@TypeInfo(RecordType.Factory.class)
public record ChannelDayKey(String channel, long epochDay) implements Comparable<ChannelDayKey> {

    private static final Comparator<ChannelDayKey> BY_DAY_AND_CHANNEL =
            Comparator.comparingLong(ChannelDayKey::epochDay).thenComparing(ChannelDayKey::channel);

    @Override
    public int compareTo(ChannelDayKey other) {
        return BY_DAY_AND_CHANNEL.compare(this, other);
    }
}
