package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.HeldBack;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.jobs.identity.Fact.Kind;
import io.quanyu.jobs.identity.label.Labelled;
import io.quanyu.jobs.metric.Dropped;
import io.quanyu.jobs.metric.Tally;
import io.quanyu.jobs.record.PackedValue;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the facts that are at home with an identifier, and takes them along when its label changes. Keyed by tenant and
 * fingerprint. What adds nothing to the facts goes no further, and is counted as
 * {@code dropped.REPEAT}; evidence that can join nobody as {@code heldBack.<reason>}.
 *
 * <p>It does not wait for the clock, so that owners have all they need when the clock comes.
 *
 * <p>State per identifier, for ever: its {@link Member}.
 */
final class KeepMember extends KeyedProcessFunction<Tuple2<String, Long>, Labelled, ForOwner> {

    private static final long serialVersionUID = 1L;

    private final IdentityPolicy policy;
    private transient PackedValue<Member> member;
    private transient Tally<Dropped> dropped;
    private transient Tally<HeldBack.Reason> heldBack;

    KeepMember(IdentityPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void open(OpenContext context) {
        member = PackedValue.in(getRuntimeContext(), "member", Member.class);
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        dropped = Tally.of(metrics, "dropped", Dropped.class);
        heldBack = Tally.of(metrics, "heldBack", HeldBack.Reason.class);
    }

    @Override
    public void processElement(Labelled in, Context context, Collector<ForOwner> out) throws Exception {
        Member before = Objects.requireNonNullElse(member.value(), Member.of(in.label()));
        if (before.label() != in.label()) {
            move(before, in, out);
        }
        Fact fact = in.fact();
        Member after =
                fact == null ? before : before.with(fact, context.timerService().currentWatermark(), policy);
        boolean adds = !after.equals(before);
        if (adds || before.label() != in.label()) {
            member.update(after.at(in.label()));
        }
        if (fact != null && adds) {
            tell(in, fact, after, context, out);
        } else if (fact != null) {
            dropped.count(Dropped.REPEAT);
        }
    }

    private static void move(Member before, Labelled in, Collector<ForOwner> out) {
        for (Fact fact : before.facts()) {
            if (fact.kind() != Kind.HELD) {
                out.collect(ForOwner.of(in, fact, true));
            }
        }
    }

    private void tell(Labelled in, Fact fact, Member after, Context context, Collector<ForOwner> out) {
        switch (fact.kind()) {
            case SEEN -> {
                context.output(IdentityJob.EVIDENCE, EvidenceChange.of(in.tenant(), fact, policy));
                out.collect(ForOwner.of(in, fact, false));
            }
            case HELD -> {
                context.output(IdentityJob.EVIDENCE, EvidenceChange.of(in.tenant(), fact, policy));
                tellHeld(in.tenant(), fact, after, context);
            }
            case RETRACTED -> {
                tellHeld(in.tenant(), fact, after, context);
                out.collect(ForOwner.of(in, fact, false));
            }
            default -> out.collect(ForOwner.of(in, fact, false));
        }
    }

    /** Evidence that can join nobody is held back from when it is seen until it is retracted. */
    private void tellHeld(String tenant, Fact fact, Member member, Context context) {
        Evidence evidence = fact.evidence();
        long heldAt = Long.MIN_VALUE;
        long retractedAt = Long.MAX_VALUE;
        for (Fact one : member.facts()) {
            if (one.about().equals(fact.about()) && one.kind() == Kind.HELD) {
                heldAt = Math.max(heldAt, one.atMillis());
            } else if (one.about().equals(fact.about()) && one.kind() == Kind.RETRACTED) {
                retractedAt = one.atMillis();
            }
        }
        if (fact.kind() == Kind.HELD && fact.atMillis() < retractedAt) {
            policy.heldForItself(evidence).ifPresent(held -> {
                heldBack.count(held.reason());
                context.output(IdentityJob.CONFLICTS, ConflictChange.of(tenant, held, fact.atMillis()));
            });
        }
        if (heldAt != Long.MIN_VALUE && retractedAt != Long.MAX_VALUE) {
            long overAt = Math.max(heldAt, retractedAt);
            context.output(IdentityJob.CONFLICTS, ConflictChange.retracted(tenant, evidence, overAt));
        }
    }
}
