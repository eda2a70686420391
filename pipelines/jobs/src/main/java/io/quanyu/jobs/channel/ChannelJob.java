package io.quanyu.jobs.channel;

import io.quanyu.domain.alert.RoiPolicy;
import io.quanyu.jobs.customer.CreditChange;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Credits, definitions of live codes and spend in; changes of channel days and alerts out. */
public final class ChannelJob {

    private ChannelJob() {}

    /**
     * What is said of channels.
     *
     * @param days cost and credited revenue, where they are no longer as they were
     * @param alerts opened, resolved, withdrawn, restated
     */
    public record Changes(DataStream<ChannelDayChange> days, DataStream<AlertChange> alerts) {}

    /** Everything between the streams in and the streams out. All inputs must carry the watermarks of the clock. */
    public static Changes define(
            DataStream<CreditChange> credits,
            DataStream<LiveCodeFact> definitions,
            DataStream<SpendFact> spend,
            RoiPolicy policy) {
        DataStream<ChannelCredit> channelCredits = credits.connect(definitions)
                .keyBy(
                        credit -> credit.tenant() + "|" + credit.source(),
                        definition -> definition.tenant() + "|" + NameChannels.CODE + definition.code())
                .process(new NameChannels())
                .uid("name-channels")
                .name("name channels");
        SingleOutputStreamOperator<ChannelDayChange> days = spend.connect(channelCredits)
                .keyBy(SpendFact::tenant, ChannelCredit::tenant)
                .process(new WatchRoi(policy))
                .uid("watch-roi")
                .name("watch ROI");
        return new Changes(days, days.getSideOutput(WatchRoi.ALERTS));
    }
}
