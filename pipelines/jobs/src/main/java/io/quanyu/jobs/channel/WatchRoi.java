package io.quanyu.jobs.channel;

import io.quanyu.domain.alert.AlertStatus;
import io.quanyu.domain.alert.ChannelDay;
import io.quanyu.domain.alert.RoiAlert;
import io.quanyu.domain.alert.RoiAlerts;
import io.quanyu.domain.alert.RoiPolicy;
import io.quanyu.jobs.clock.Arrivals;
import io.quanyu.jobs.metric.Dropped;
import io.quanyu.jobs.metric.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sets what channels cost against what they are credited with, and says when somebody should be told. Keyed by tenant.
 *
 * <p>All that comes at one instant is entered, then said once. Alerts are judged over closed days: when a day closes, before
 * the facts of that instant, and whenever a closed day is restated within 30 days.
 *
 * <p>Counts older reports as {@code dropped.SUPERSEDED}, and words on alerts as {@code alerts.<status>}.
 *
 * <p>State per tenant: the {@link AccountReports} of each ad account and day, the {@link DayTotals} of each channel and day, and the alerts
 * as last said; about a thousand small values a year for three channels.
 */
public final class WatchRoi extends KeyedCoProcessFunction<String, SpendFact, ChannelCredit, ChannelDayChange> {

    static final OutputTag<AlertChange> ALERTS =
            new OutputTag<>("alert-changes", TypeInformation.of(AlertChange.class));

    private static final long serialVersionUID = 1L;

    private final RoiPolicy policy;

    private transient Arrivals<SpendFact> reports;
    private transient Arrivals<ChannelCredit> credits;
    private transient MapState<String, SpendFact> newest;
    private transient MapState<String, AccountReports> spend;
    private transient MapState<ChannelDayKey, DayTotals> days;
    private transient MapState<String, SaidAlert> alerts;
    private transient ValueState<Long> judgedAtMillis;
    private transient Tally<Dropped> dropped;
    private transient Tally<AlertStatus> said;

    public WatchRoi(RoiPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void open(OpenContext context) {
        var runtime = getRuntimeContext();
        reports = Arrivals.in(runtime, "reports", SpendFact.class);
        credits = Arrivals.in(runtime, "credits", ChannelCredit.class);
        newest = runtime.getMapState(
                new MapStateDescriptor<>("newest", Types.STRING, TypeInformation.of(SpendFact.class)));
        spend = runtime.getMapState(
                new MapStateDescriptor<>("spend", Types.STRING, TypeInformation.of(AccountReports.class)));
        days = runtime.getMapState(new MapStateDescriptor<>(
                "days", TypeInformation.of(ChannelDayKey.class), TypeInformation.of(DayTotals.class)));
        alerts = runtime.getMapState(
                new MapStateDescriptor<>("alerts", Types.STRING, TypeInformation.of(SaidAlert.class)));
        judgedAtMillis = runtime.getState(new ValueStateDescriptor<>("judged-at", Types.LONG));
        dropped = Tally.of(runtime.getMetricGroup(), "dropped", Dropped.class);
        said = Tally.of(runtime.getMetricGroup(), "alerts", AlertStatus.class);
    }

    @Override
    public void processElement1(SpendFact fact, Context context, Collector<ChannelDayChange> out) throws Exception {
        if (!reports.hold(fact, fact.receivedAtMillis(), context.timerService())) {
            take(List.of(fact), List.of(), at(context.timerService().currentWatermark()), context, out);
        }
    }

    @Override
    public void processElement2(ChannelCredit credit, Context context, Collector<ChannelDayChange> out)
            throws Exception {
        if (!credits.hold(credit, credit.atMillis(), context.timerService())) {
            take(List.of(), List.of(credit), at(context.timerService().currentWatermark()), context, out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ChannelDayChange> out) throws Exception {
        long at = at(timestamp);
        if (ClosedDays.closesAtMillis(ClosedDays.closedThrough(timestamp)) == timestamp) {
            judge(at, context);
        }
        take(reports.due(timestamp), credits.due(timestamp), at, context, out);
    }

    /** A restore forgets the watermark, so an instant may come that lies before the last one; it counts as that. */
    private long at(long millis) throws Exception {
        long at = Math.max(millis, Objects.requireNonNullElse(judgedAtMillis.value(), Long.MIN_VALUE));
        judgedAtMillis.update(at);
        return at;
    }

    private void take(
            List<SpendFact> arrived,
            List<ChannelCredit> changes,
            long atMillis,
            Context context,
            Collector<ChannelDayChange> out)
            throws Exception {
        SortedMap<ChannelDayKey, DayTotals> before = new TreeMap<>();
        if (!newest.isEmpty()) {
            group(before);
        }
        for (SpendFact fact : arrived.stream().sorted(AccountReports.BY_VERSION).toList()) {
            report(fact, before);
        }
        for (ChannelCredit credit : changes) {
            change(
                    new ChannelDayKey(credit.channel(), credit.epochDay()),
                    totals -> totals.credit(credit.model(), credit.deltaFen()),
                    before);
        }
        boolean restated = false;
        for (Map.Entry<ChannelDayKey, DayTotals> entry : before.entrySet()) {
            restated |= settle(entry.getKey(), entry.getValue(), atMillis, context, out);
        }
        if (restated) {
            judge(atMillis, context);
        }
    }

    private void report(SpendFact fact, SortedMap<ChannelDayKey, DayTotals> before) throws Exception {
        String account = fact.accountDay();
        AccountReports old = Objects.requireNonNullElse(spend.get(account), AccountReports.NONE);
        AccountReports now = old.with(fact);
        if (now.equals(old)) {
            dropped.count(Dropped.SUPERSEDED);
            return;
        }
        spend.put(account, now);
        spend(fact.epochDay(), old.byChannel(), now.byChannel(), before);
    }

    /** State until build 605b699 has each report by itself, and all of them added up. */
    private void group(SortedMap<ChannelDayKey, DayTotals> before) throws Exception {
        SortedMap<String, List<SpendFact>> accounts = new TreeMap<>();
        for (SpendFact fact : newest.values()) {
            accounts.computeIfAbsent(fact.accountDay(), account -> new ArrayList<>())
                    .add(fact);
        }
        for (Map.Entry<String, List<SpendFact>> account : accounts.entrySet()) {
            AccountReports reports = new AccountReports(List.copyOf(account.getValue()));
            Map<String, Long> added = new TreeMap<>();
            reports.reports().forEach(fact -> added.merge(fact.channel(), fact.costFen(), Long::sum));
            spend.put(account.getKey(), reports);
            spend(reports.reports().get(0).epochDay(), added, reports.byChannel(), before);
        }
        newest.clear();
    }

    private void spend(
            long epochDay, Map<String, Long> old, Map<String, Long> now, SortedMap<ChannelDayKey, DayTotals> before)
            throws Exception {
        Set<String> channels = new HashSet<>(old.keySet());
        channels.addAll(now.keySet());
        for (String channel : channels) {
            long deltaFen = now.getOrDefault(channel, 0L) - old.getOrDefault(channel, 0L);
            if (deltaFen != 0) {
                change(new ChannelDayKey(channel, epochDay), totals -> totals.spend(deltaFen), before);
            }
        }
    }

    private void change(ChannelDayKey day, UnaryOperator<DayTotals> entry, SortedMap<ChannelDayKey, DayTotals> before)
            throws Exception {
        DayTotals totals = Objects.requireNonNullElse(days.get(day), DayTotals.NONE);
        before.putIfAbsent(day, totals);
        days.put(day, entry.apply(totals));
    }

    /** Says what is new of a day, and returns whether alerts have to be judged again. */
    private boolean settle(
            ChannelDayKey day, DayTotals before, long atMillis, Context context, Collector<ChannelDayChange> out)
            throws Exception {
        DayTotals entered = days.get(day);
        DayTotals judged = ClosedDays.isOpenToRestatement(day.epochDay(), atMillis) ? entered.judged() : entered;
        List<String> changed = DayTotals.MODELS.stream()
                .filter(model -> !judged.saysTheSame(before, model))
                .toList();
        DayTotals after = changed.isEmpty() ? judged : judged.next();
        days.put(day, after);
        for (String model : changed) {
            out.collect(after.change(context.getCurrentKey(), day, model, atMillis));
        }
        if (day.epochDay() <= ClosedDays.closedThrough(atMillis)) {
            return !after.isJudgedLike(before);
        }
        context.timerService().registerEventTimeTimer(ClosedDays.closesAtMillis(day.epochDay()));
        return false;
    }

    private void judge(long atMillis, Context context) throws Exception {
        List<ChannelDay> judged = new ArrayList<>();
        for (Map.Entry<ChannelDayKey, DayTotals> entry : days.entries()) {
            judged.add(entry.getValue().asJudged(entry.getKey()));
        }
        List<RoiAlert> before = new ArrayList<>();
        for (SaidAlert alert : alerts.values()) {
            before.add(alert.alert());
        }
        List<RoiAlert> now = RoiAlerts.of(judged, policy, ClosedDays.closedThrough(atMillis));
        for (RoiAlert change : RoiAlerts.changes(before, now)) {
            SaidAlert last = alerts.get(change.id());
            SaidAlert after = new SaidAlert(change, last == null ? 1 : last.version() + 1);
            alerts.put(change.id(), after);
            said.count(change.status());
            context.output(ALERTS, after.row(context.getCurrentKey(), atMillis));
        }
    }
}
