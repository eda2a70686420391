package io.quanyu.jobs.channel;

import io.quanyu.domain.attribution.CodeTerm;
import io.quanyu.domain.attribution.Credit;
import io.quanyu.jobs.clock.Arrivals;
import io.quanyu.jobs.customer.CreditChange;
import io.quanyu.jobs.metric.Dropped;
import io.quanyu.jobs.metric.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds up the credits of one source and puts them under the channel that it stands for. Keyed by tenant and source.
 *
 * <p>The channel of a live code is what its definitions say of the instant of the touch ({@link CodeTerm}), else the code itself. When a
 * definition comes late or changes, what was credited for touches of its time moves to the new channel.
 *
 * <p>Counts definitions that change nothing as {@code dropped.<reason>}.
 *
 * <p>State per source: its credits by day, model and touch, which live as long as the source, and its definitions by their start.
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
    private transient MapState<Long, LiveCodeFact> terms;
    private transient Tally<Dropped> dropped;

    @Override
    public void open(OpenContext context) {
        credits = Arrivals.in(getRuntimeContext(), "credits", CreditChange.class);
        definitions = Arrivals.in(getRuntimeContext(), "definitions", LiveCodeFact.class);
        credited = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("credited", TypeInformation.of(CreditedDay.class), Types.LONG));
        definition = getRuntimeContext().getState(new ValueStateDescriptor<>("definition", LiveCodeFact.class));
        terms = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("terms", Types.LONG, TypeInformation.of(LiveCodeFact.class)));
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
        SortedMap<Long, LiveCodeFact> before = terms();
        SortedMap<Long, LiveCodeFact> after = new TreeMap<>(before);
        for (LiveCodeFact fact : facts) {
            after.merge(fact.validFromMillis(), fact, BinaryOperator.maxBy(BY_VERSION));
        }
        for (LiveCodeFact fact : facts) {
            if (before.containsValue(fact)) {
                dropped.count(Dropped.REPEAT);
            } else if (!after.containsValue(fact)) {
                dropped.count(Dropped.SUPERSEDED);
            }
        }
        if (after.equals(before)) {
            return;
        }
        for (LiveCodeFact fact : after.values()) {
            terms.put(fact.validFromMillis(), fact);
        }
        LiveCodeFact any = facts.get(0);
        SortedMap<ChannelDay, Long> moved = new TreeMap<>();
        for (Map.Entry<CreditedDay, Long> entry : credited().entrySet()) {
            String channelBefore = channel(CODE + any.code(), entry.getKey(), before);
            String channelAfter = channel(CODE + any.code(), entry.getKey(), after);
            moved.merge(ChannelDay.of(channelBefore, entry.getKey()), -entry.getValue(), Long::sum);
            moved.merge(ChannelDay.of(channelAfter, entry.getKey()), entry.getValue(), Long::sum);
        }
        moved.forEach((day, fen) -> say(any.tenant(), day, fen, atMillis, out));
    }

    private void enter(List<CreditChange> changes, long atMillis, Collector<ChannelCredit> out) throws Exception {
        if (changes.isEmpty()) {
            return;
        }
        SortedMap<Long, LiveCodeFact> known = terms();
        SortedMap<ChannelDay, Long> added = new TreeMap<>();
        for (CreditChange change : changes) {
            var day = new CreditedDay(
                    change.paidDay(),
                    change.model(),
                    Objects.requireNonNullElse(change.touchedAtMillis(), Credit.NO_TOUCH));
            long fen = Objects.requireNonNullElse(credited.get(day), 0L) + change.deltaFen();
            if (fen == 0) {
                credited.remove(day);
            } else {
                credited.put(day, fen);
            }
            added.merge(ChannelDay.of(channel(change.source(), day, known), day), change.deltaFen(), Long::sum);
        }
        added.forEach((day, fen) -> say(changes.get(0).tenant(), day, fen, atMillis, out));
    }

    private static String channel(String source, CreditedDay credited, Map<Long, LiveCodeFact> terms) {
        int prefix = source.startsWith(CODE) ? CODE.length() : source.startsWith(CHANNEL) ? CHANNEL.length() : 0;
        List<CodeTerm> known = terms.values().stream().map(LiveCodeFact::term).toList();
        return CodeTerm.at(credited.touchedMillis(), known)
                .map(CodeTerm::channel)
                .orElse(source.substring(prefix));
    }

    /** By their start. State until build 605b699 has the newest definition only. */
    private SortedMap<Long, LiveCodeFact> terms() throws Exception {
        LiveCodeFact old = definition.value();
        if (old != null) {
            terms.put(old.validFromMillis(), old);
            definition.clear();
        }
        SortedMap<Long, LiveCodeFact> known = new TreeMap<>();
        for (LiveCodeFact fact : terms.values()) {
            known.put(fact.validFromMillis(), fact);
        }
        return known;
    }

    private SortedMap<CreditedDay, Long> credited() throws Exception {
        SortedMap<CreditedDay, Long> days = new TreeMap<>();
        for (Map.Entry<CreditedDay, Long> entry : credited.entries()) {
            days.put(entry.getKey(), entry.getValue());
        }
        return days;
    }

    private static void say(String tenant, ChannelDay day, long fen, long atMillis, Collector<ChannelCredit> out) {
        if (fen != 0) {
            out.collect(new ChannelCredit(tenant, day.channel(), day.epochDay(), day.model(), fen, atMillis));
        }
    }

    /** What a channel is credited with of one day by one model. */
    private record ChannelDay(String channel, long epochDay, String model) implements Comparable<ChannelDay> {

        private static final Comparator<ChannelDay> IN_ORDER = Comparator.comparing(ChannelDay::channel)
                .thenComparingLong(ChannelDay::epochDay)
                .thenComparing(ChannelDay::model);

        static ChannelDay of(String channel, CreditedDay credited) {
            return new ChannelDay(channel, credited.epochDay(), credited.model());
        }

        @Override
        public int compareTo(ChannelDay other) {
            return IN_ORDER.compare(this, other);
        }
    }
}
