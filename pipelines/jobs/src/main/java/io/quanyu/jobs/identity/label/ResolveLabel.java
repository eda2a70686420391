package io.quanyu.jobs.identity.label;

import static io.quanyu.jobs.record.TextType.TEXT;

import io.quanyu.domain.identity.Components;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.HeldBack;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.identity.Settlement;
import io.quanyu.domain.identity.Settlement.Change;
import io.quanyu.domain.identity.Settlement.Verdict;
import io.quanyu.jobs.clock.Arrivals;
import io.quanyu.jobs.identity.ConflictChange;
import io.quanyu.jobs.identity.Fact;
import io.quanyu.jobs.identity.Fact.Kind;
import io.quanyu.jobs.identity.ForOwner;
import io.quanyu.jobs.identity.IdentityJob;
import io.quanyu.jobs.identity.Statement;
import io.quanyu.jobs.metric.Tally;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Owns the facts of a label and decides who is who among its members. Keyed by tenant and label.
 *
 * <p>Facts are judged when the clock moves, in the order of their instants. All that a label needs is there by then: facts travel ahead of the
 * watermark, and no way leads back. So a person whose facts move to another label is never seen in pieces, and the
 * new owner comes to what the old one said.
 *
 * <p>Counts evidence as {@code heldBack.<reason>} each time it is said to be.
 *
 * <p>State per label: its facts, one for each thing they are about, and what waits for the clock. {@link Components} are made of the facts
 * when they are needed and not at hand.
 */
public final class ResolveLabel extends KeyedProcessFunction<Tuple2<String, Long>, ForOwner, Statement> {

    private static final long serialVersionUID = 1L;

    private final IdentityPolicy policy;
    private transient Arrivals<ForOwner> arrivals;
    private transient MapState<String, Known> facts;
    private transient Desk desk;
    private transient Tally<HeldBack.Reason> heldBack;

    public ResolveLabel(IdentityPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void open(OpenContext context) {
        arrivals = Arrivals.in(getRuntimeContext(), "arrivals", ForOwner.class);
        facts = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("facts", TEXT, TypeInformation.of(Known.class)));
        desk = new Desk();
        heldBack = Tally.of(getRuntimeContext().getMetricGroup(), "heldBack", HeldBack.Reason.class);
    }

    @Override
    public void processElement(ForOwner in, Context context, Collector<Statement> out) throws Exception {
        arrivals.hold(in, in.dueMillis(), context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Statement> out) throws Exception {
        List<ForOwner> due = arrivals.due(timestamp);
        if (due.stream().anyMatch(in -> in.fact().kind() == Kind.DISSOLVED)) {
            arrivals.clear();
            facts.clear();
            desk.take(context.getCurrentKey());
        } else if (!due.isEmpty() || !facts.isEmpty()) {
            judge(due, timestamp, context, out);
        }
    }

    private void judge(List<ForOwner> due, long atMillis, OnTimerContext context, Collector<Statement> out)
            throws Exception {
        Components components = desk.take(context.getCurrentKey());
        if (components == null) {
            components = recalled(atMillis - 1);
        }
        components.advanceTo(atMillis);
        Set<String> moved = new HashSet<>();
        for (ForOwner in : due.stream().sorted(ForOwner.IN_ORDER).toList()) {
            if (in.moved() && in.fact().isTie() && !facts.contains(in.fact().about())) {
                moved.add(in.fact().about());
            }
            apply(in.fact(), components);
        }
        Settlement settlement = components.settle();
        desk.put(context.getCurrentKey(), components);
        if (components.nextExpiryMillis() != Long.MAX_VALUE) {
            context.timerService().registerEventTimeTimer(components.nextExpiryMillis());
        }
        String tenant = context.getCurrentKey().f0;
        for (Change change : settlement.changes()) {
            out.collect(
                    new Statement(tenant, change.identifier().text(), change.newOneId(), change.anchor(), atMillis));
        }
        for (Verdict verdict : settlement.verdicts()) {
            String key = verdict.evidence().key();
            moved.remove(key);
            // Of a tie that its hub has closed, the hub says why.
            if (verdict.reason() != null || facts.contains(key)) {
                count(verdict.reason());
                context.output(IdentityJob.CONFLICTS, ConflictChange.of(tenant, verdict, atMillis));
            }
        }
        // What the last owner held back of these is not known here, so it is said again what is not.
        for (String key : moved) {
            Known known = facts.get(key);
            if (known != null && known.kind() != Kind.RETRACTED) {
                Evidence evidence = known.fact(key).evidence();
                context.output(IdentityJob.CONFLICTS, ConflictChange.over(tenant, evidence, atMillis));
            }
        }
    }

    private void count(HeldBack.@Nullable Reason reason) {
        if (reason != null) {
            heldBack.count(reason);
        }
    }

    /** Everything that was said of these facts was said up to this instant. */
    private Components recalled(long asOfMillis) throws Exception {
        var components = new Components(policy, asOfMillis);
        for (Map.Entry<String, Known> entry : facts.entries()) {
            Fact fact = entry.getValue().fact(entry.getKey());
            switch (fact.kind()) {
                case SEEN, OPEN -> components.add(fact.evidence());
                case BLOCKED, UNBLOCKED -> rule(fact, components);
                case HELD, CLOSED, RETRACTED, DISSOLVED -> {}
            }
        }
        components.settle();
        return components;
    }

    private void apply(Fact fact, Components components) throws Exception {
        Known known = facts.get(fact.about());
        Fact before = known == null ? null : known.fact(fact.about());
        switch (fact.kind()) {
            case SEEN -> {
                if (before != null && before.kind() == Kind.RETRACTED) {
                    sightBoth(fact, components);
                } else {
                    keep(before == null ? fact : before.merge(fact));
                    components.add(fact.evidence());
                }
            }
            case OPEN -> {
                keep(fact);
                components.add(fact.evidence());
            }
            case CLOSED -> {
                facts.remove(fact.about());
                components.remove(fact.about());
            }
            case RETRACTED -> {
                keep(fact);
                components.remove(fact.about());
                if (before != null && before.kind() == Kind.SEEN) {
                    sightBoth(before, components);
                }
            }
            case BLOCKED, UNBLOCKED -> {
                if (before == null || Fact.AS_DECIDED.compare(before, fact) < 0) {
                    keep(fact);
                    rule(fact, components);
                }
            }
            case HELD, DISSOLVED -> throw new IllegalStateException("No owner is told of facts of kind " + fact.kind());
        }
    }

    private void keep(Fact fact) throws Exception {
        facts.put(fact.about(), Known.of(fact));
    }

    private static void rule(Fact fact, Components components) {
        Identifier identifier = Identifier.parse(fact.about());
        if (fact.kind() == Kind.BLOCKED) {
            components.block(identifier);
        } else {
            components.unblock(identifier);
        }
    }

    /** Of evidence that ties nothing, what remains is that there are such identifiers. */
    private void sightBoth(Fact fact, Components components) throws Exception {
        Evidence evidence = fact.evidence();
        apply(Fact.sighting(evidence.left(), evidence, fact.atMillis()), components);
        apply(Fact.sighting(evidence.right(), evidence, fact.atMillis()), components);
    }
}
