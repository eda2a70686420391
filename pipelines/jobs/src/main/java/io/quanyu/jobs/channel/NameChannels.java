package io.quanyu.jobs.channel;

import io.quanyu.jobs.clock.Arrivals;
import io.quanyu.jobs.customer.CreditChange;
import io.quanyu.jobs.metric.Dropped;
import io.quanyu.jobs.metric.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the credits of one source and puts them under the channel that it stands for. Keyed by tenant and source.
 *
 * <p>The channel of a live code is what its newest definition says, by (version, event id), else the code itself. When a
 * definition comes late or changes, all that was credited before moves to the new channel.
 *
 * <p>Counts definitions that change nothing as {@code dropped.<reason>}.
 *
 * <p>State per source: its credits by day and model, which live as long as the source, and the definition.
 */
public final class NameChannels extends KeyedCoProcessFunction<String, CreditChange, LiveCodeFact, ChannelCredit> {

    static final String CODE = "code:";
    private static final String CHANNEL = "channel:";

    private static final Comparator<LiveCodeFact> BY_VERSION =
            Comparator.comparingLong(LiveCodeFact::version).thenComparing(LiveCodeFact::eventId);

    private static final long serialVersionUID = 1L;

    private transient Arrivals<CreditChange> credits;
    private transient Arrivals<LiveCodeFact> definitions;
    private transient MapState<CreditedDay, Long> credited;
    private transient ValueState<LiveCodeFact> definition;
    private transient Tally<Dropped> dropped;

    @Override
    public void open(OpenContext context) {
        credits = Arrivals.in(getRuntimeContext(), "credits", CreditChange.class);
        definitions = Arrivals.in(getRuntimeContext(), "definitions", LiveCodeFact.class);
        credited = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("credited", TypeInformation.of(CreditedDay.class), Types.LONG));
        definition = getRuntimeContext().getState(new ValueStateDescriptor<>("definition", LiveCodeFact.class));
        dropped = Tally.of(getRuntimeContext().getMetricGroup(), "dropped", Dropped.class);
    }

    @Override
    public void processElement1(CreditChange credit, Context context, Collector<ChannelCredit> out) throws Exception {
        if (!credits.hold(credit, credit.decidedAtMillis(), context.timerService())) {
            enter(List.of(credit), context.timerService().currentWatermark(), out);
        }
    }

    @Override
    public void processElement2(LiveCodeFact fact, Context context, Collector<ChannelCredit> out) throws Exception {
        if (!definitions.hold(fact, fact.receivedAtMillis(), context.timerService())) {
            define(List.of(fact), context.timerService().currentWatermark(), out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ChannelCredit> out) throws Exception {
        define(definitions.due(timestamp), timestamp, out);
        enter(credits.due(timestamp), timestamp, out);
    }

    private void define(List<LiveCodeFact> facts, long atMillis, Collector<ChannelCredit> out) throws Exception {
        LiveCodeFact before = definition.value();
        LiveCodeFact after = Stream.concat(Stream.ofNullable(before), facts.stream())
                .max(BY_VERSION)
                .orElse(null);
        for (LiveCodeFact fact : facts) {
            if (fact.equals(before)) {
                dropped.count(Dropped.REPEAT);
            } else if (!fact.equals(after)) {
                dropped.count(Dropped.SUPERSEDED);
            }
        }
        if (after == null || after.equals(before)) {
            return;
        }
        definition.update(after);
        String channelBefore = before == null ? after.code() : before.channel();
        if (!channelBefore.equals(after.channel())) {
            SortedMap<CreditedDay, Long> moved = credited();
            moved.forEach((day, fen) -> say(after.tenant(), channelBefore, day, -fen, atMillis, out));
            moved.forEach((day, fen) -> say(after.tenant(), after.channel(), day, fen, atMillis, out));
        }
    }

    private void enter(List<CreditChange> changes, long atMillis, Collector<ChannelCredit> out) throws Exception {
        if (changes.isEmpty()) {
            return;
        }
        CreditChange any = changes.get(0);
        String channel = channel(any.source(), definition.value());
        SortedMap<CreditedDay, Long> added = new TreeMap<>();
        changes.forEach(change ->
                added.merge(new CreditedDay(change.paidDay(), change.model()), change.deltaFen(), Math::addExact));
        for (Map.Entry<CreditedDay, Long> entry : added.entrySet()) {
            Long before = credited.get(entry.getKey());
            credited.put(entry.getKey(), Math.addExact(before == null ? 0 : before, entry.getValue()));
            say(any.tenant(), channel, entry.getKey(), entry.getValue(), atMillis, out);
        }
    }

    private static String channel(String source, @Nullable LiveCodeFact definition) {
        if (definition != null) {
            return definition.channel();
        }
        int prefix = source.startsWith(CODE) ? CODE.length() : source.startsWith(CHANNEL) ? CHANNEL.length() : 0;
        return source.substring(prefix);
    }

    private SortedMap<CreditedDay, Long> credited() throws Exception {
        SortedMap<CreditedDay, Long> days = new TreeMap<>();
        for (Map.Entry<CreditedDay, Long> entry : credited.entries()) {
            days.put(entry.getKey(), entry.getValue());
        }
        return days;
    }

    private static void say(
            String tenant, String channel, CreditedDay day, long fen, long atMillis, Collector<ChannelCredit> out) {
        if (fen != 0) {
            out.collect(new ChannelCredit(tenant, channel, day.epochDay(), day.model(), fen, atMillis));
        }
    }
}
