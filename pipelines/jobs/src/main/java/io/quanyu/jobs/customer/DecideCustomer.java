package io.quanyu.jobs.customer;

import io.quanyu.domain.rule.RuleSet;
import io.quanyu.jobs.clock.Arrivals;
import io.quanyu.jobs.record.PackedValue;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a person by the facts of all their accounts, and says what is no longer as it was: all {@link Statements}. The first input is keyed by
 * tenant and one_id, the second, the released rules, is a broadcast.
 *
 * <p>Everything that reaches a person at one instant is judged once. What time alone changes is judged at the very instant
 * at which it changes, before the facts of that instant.
 *
 * <p>When other rules take force, everybody is judged again as of that instant: whoever has something to be judged for, before it; all others in a
 * {@link Sweep}, a few at a time between the events. Whoever follows sees the watermark of that instant when the sweep is over, so what is said is
 * the same however long it takes.
 *
 * <p>State per person, for ever: {@link Person}. It is always read whole. State per task: the released rules, and until which of them it swept.
 */
final class DecideCustomer extends AbstractStreamOperator<Void>
        implements TwoInputStreamOperator<Contribution, RulesReleased, Void>, Triggerable<String, VoidNamespace> {

    private static final String BY_TIME = "clock";
    private static final String BY_RULES = "rules ";

    private static final Logger WORDS = LoggerFactory.getLogger(DecideCustomer.class);

    private static final long serialVersionUID = 1L;

    private final RuleSet first;

    private transient Arrivals<Contribution> contributions;
    private transient PackedValue<Person> persons;
    private transient TimerService timers;
    private transient RulesInForce rules;
    private transient ListState<RulesReleased> released;
    private transient ListState<Long> swept;
    private transient long sweptMillis;
    private transient long reachedMillis;
    private transient @Nullable Sweep sweep;
    private transient @Nullable ScheduledFuture<?> nextSlice;

    /**
     * An operator that judges by rules until others are released.
     */
    DecideCustomer(RuleSet first) {
        this.first = first;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        rules = new RulesInForce(first);
        released = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("rules", TypeInformation.of(RulesReleased.class)));
        for (RulesReleased one : released.get()) {
            rules.release(one);
        }
        swept = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("swept", Types.LONG));
        sweptMillis = Long.MAX_VALUE;
        for (long millis : swept.get()) {
            sweptMillis = Math.min(sweptMillis, millis);
        }
        if (sweptMillis == Long.MAX_VALUE) {
            sweptMillis = Long.MIN_VALUE;
        }
        reachedMillis = Long.MIN_VALUE;
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        released.update(rules.released());
        swept.update(List.of(sweptMillis));
    }

    @Override
    public void open() throws Exception {
        super.open();
        InternalTimerService<VoidNamespace> service =
                getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
        timers = new SimpleTimerService(service);
        contributions = Arrivals.in(getRuntimeContext(), "contributions", Contribution.class);
        persons = PackedValue.in(getRuntimeContext(), "person", Person.class);
        getMetricGroup().gauge("sweepLeft", () -> {
            Sweep begun = sweep;
            return begun == null ? 0 : begun.left();
        });
    }

    @Override
    public void processElement1(StreamRecord<Contribution> record) throws Exception {
        Contribution contribution = record.getValue();
        if (!contributions.hold(contribution, contribution.atMillis(), timers)) {
            long now = timers.currentWatermark();
            keep(take(underNewRules(person(contribution), now), List.of(contribution), now), now);
        }
    }

    @Override
    public void processElement2(StreamRecord<RulesReleased> record) {
        RulesReleased in = record.getValue();
        rules.release(in.countingFrom(Math.max(in.atMillis(), reachedMillis + 1)));
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        long timestamp = timer.getTimestamp();
        List<Contribution> arrived = contributions.due(timestamp);
        Person person = arrived.isEmpty() ? persons.value() : person(arrived.get(0));
        if (person == null) {
            return;
        }
        person = underNewRules(person, timestamp);
        if (person.said().reviewAtMillis() <= timestamp) {
            person = decide(person, timestamp, BY_TIME);
        }
        if (!arrived.isEmpty()) {
            person = take(person, arrived, timestamp);
        }
        keep(person, timestamp);
    }

    @Override
    public void close() throws Exception {
        if (nextSlice != null) {
            nextSlice.cancel(false);
        }
        super.close();
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("Nobody is judged by the clock of this machine");
    }

    /** Goes on to those who follow when nobody is left to be judged as of an instant before it. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        reachedMillis = Math.max(reachedMillis, mark.getTimestamp());
        if (getTimeServiceManager().isPresent()) {
            getTimeServiceManager().get().advanceWatermark(mark);
        }
        if (sweep == null) {
            begin();
        }
        output.emitWatermark(
                sweep == null ? mark : new Watermark(Math.min(mark.getTimestamp(), sweep.untilMillis() - 1)));
    }

    private void begin() {
        long change = rules.lastChange(reachedMillis);
        if (change <= sweptMillis) {
            return;
        }
        List<String> known = this.<String>getKeyedStateBackend()
                .getKeys("person", VoidNamespace.INSTANCE)
                .toList();
        sweep = new Sweep(change, known);
        later();
    }

    private void later() {
        ProcessingTimeService wall = getProcessingTimeService();
        nextSlice = wall.registerTimer(wall.getCurrentProcessingTime() + Sweep.PAUSE_MILLIS, now -> slice());
    }

    private void slice() throws Exception {
        Sweep begun = Objects.requireNonNull(sweep);
        begun.slice(key -> judgeAgain(key, begun.untilMillis()));
        if (begun.isOver()) {
            end(begun);
        } else {
            later();
        }
    }

    private void judgeAgain(String key, long untilMillis) throws Exception {
        setCurrentKey(key);
        Person person = persons.value();
        if (person != null && person.said().judgedAtMillis() < untilMillis) {
            keep(underNewRules(person, untilMillis), reachedMillis);
        }
    }

    private void end(Sweep over) {
        WORDS.info(
                "Rules version {}: {} persons judged again in {} ms",
                rules.at(over.untilMillis()).set().version(),
                over.size(),
                over.took().toMillis());
        sweptMillis = over.untilMillis();
        sweep = null;
        begin();
        if (sweep == null) {
            output.emitWatermark(new Watermark(reachedMillis));
        }
    }

    private Person person(Contribution arrived) throws Exception {
        Person known = persons.value();
        return known == null ? Person.unknown(arrived.tenant(), arrived.oneId()) : known;
    }

    private Person take(Person before, List<Contribution> arrived, long atMillis) {
        return decide(before.with(arrived), atMillis, Causes.join(arrived, Contribution::cause));
    }

    /** Judged at each instant since the last judgement at which other rules took force. */
    private Person underNewRules(Person before, long untilMillis) {
        Person person = before;
        if (before.said().judgedAtMillis() != Long.MIN_VALUE) {
            for (long change : rules.changes(before.said().judgedAtMillis(), untilMillis)) {
                person =
                        decide(person, change, BY_RULES + rules.at(change).set().version());
            }
        }
        return person;
    }

    /** An instant before the last judgement counts as that of the last. */
    private Person decide(Person person, long atMillis, String cause) {
        long at = Math.max(atMillis, person.said().judgedAtMillis());
        Judged judged = Judged.of(person.facts(), at, rules.at(at), cause);
        return person.saying(Statements.say(judged, person.said(), this::say));
    }

    private <R> void say(OutputTag<R> tag, R row) {
        output.collect(tag, new StreamRecord<>(row));
    }

    /** One timer is enough. If the review was put off since it was set, it is set anew when it fires. */
    private void keep(Person person, long nowMillis) throws Exception {
        long pending = person.wakeMillis() > nowMillis ? person.wakeMillis() : Long.MAX_VALUE;
        long review = person.said().reviewAtMillis();
        if (review < pending) {
            timers.registerEventTimeTimer(review);
        }
        persons.update(person.wakingAt(Math.min(review, pending)));
    }
}
