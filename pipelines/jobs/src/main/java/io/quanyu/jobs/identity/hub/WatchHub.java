package io.quanyu.jobs.identity.hub;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.HeldBack;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.jobs.clock.Arrivals;
import io.quanyu.jobs.clock.Reached;
import io.quanyu.jobs.identity.Addressed;
import io.quanyu.jobs.identity.ConflictChange;
import io.quanyu.jobs.identity.EvidenceChange;
import io.quanyu.jobs.identity.Fact;
import io.quanyu.jobs.identity.Home;
import io.quanyu.jobs.identity.IdentityJob;
import io.quanyu.jobs.metric.Tally;
import io.quanyu.jobs.record.PackedValue;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Opens the ties of an identifier that several people may share, such as a phone, as long as it is one person's, and closes
 * them when it is on too many accounts or was not seen for too long. Keyed by tenant and that identifier.
 *
 * <p>Only open ties go on, so a phone of a million accounts costs nobody but itself.
 *
 * <p>Counts ties as {@code heldBack.<reason>} when they begin to be, or for another reason than before.
 *
 * <p>State per hub: its {@link Hub}, at most {@link IdentityPolicy#PUBLIC_ACCOUNTS} accounts, and what waits for the clock.
 */
final class WatchHub extends KeyedProcessFunction<Tuple2<String, String>, ForHub, Addressed>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private final IdentityPolicy policy;
    private transient Reached reached;
    private transient Arrivals<Fact> arrivals;
    private transient PackedValue<Hub> hub;
    private transient Tally<HeldBack.Reason> heldBack;

    WatchHub(IdentityPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        reached = Reached.in(context.getOperatorStateStore());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        reached.store();
    }

    /** To be called with each watermark, before its timers fire. */
    void reach(long watermarkMillis) {
        reached.advanceTo(watermarkMillis);
    }

    @Override
    public void open(OpenContext context) {
        arrivals = Arrivals.in(getRuntimeContext(), "arrivals", Fact.class);
        hub = PackedValue.in(getRuntimeContext(), "hub", Hub.class);
        heldBack = Tally.of(getRuntimeContext().getMetricGroup(), "heldBack", HeldBack.Reason.class);
    }

    @Override
    public void processElement(ForHub in, Context context, Collector<Addressed> out) throws Exception {
        arrivals.holdForTick(in.fact(), in.fact().atMillis(), reached, context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Addressed> out) throws Exception {
        String tenant = context.getCurrentKey().f0;
        Identifier identifier = Identifier.parse(context.getCurrentKey().f1);
        List<Fact> due = arrivals.due(timestamp).stream().sorted(Fact.IN_ORDER).toList();
        Hub before = Objects.requireNonNullElse(hub.value(), Hub.UNKNOWN);

        HubJudgement judgement = HubJudgement.of(identifier, before, due, policy, timestamp);
        Hub after = judgement.after().wakingAt(wake(before, judgement.nextChangeMillis(), timestamp, context));
        if (!after.equals(before)) {
            hub.update(after);
        }
        for (Fact tie : judgement.ties()) {
            out.collect(
                    tie.kind() == Fact.Kind.OPEN
                            ? Home.address(tenant, tie.evidence(), policy, tie)
                            : Home.alone(tenant, tie.evidence(), policy, tie));
        }
        judgement.news().forEach(fact -> context.output(IdentityJob.EVIDENCE, EvidenceChange.of(tenant, fact, policy)));
        for (HeldBack held : judgement.heldBack()) {
            heldBack.count(held.reason());
            context.output(IdentityJob.CONFLICTS, ConflictChange.of(tenant, held, timestamp));
        }
        for (Evidence evidence : judgement.noLongerHeldBack()) {
            context.output(IdentityJob.CONFLICTS, ConflictChange.over(tenant, evidence, timestamp));
        }
        for (Evidence evidence : judgement.retracted()) {
            context.output(IdentityJob.CONFLICTS, ConflictChange.retracted(tenant, evidence, timestamp));
        }
    }

    /** One timer is enough. If a tie was seen again since it was set, it is set anew when it fires. */
    private static long wake(Hub before, long nextChangeMillis, long nowMillis, OnTimerContext context) {
        long pending = before.wakeMillis() > nowMillis ? before.wakeMillis() : Long.MAX_VALUE;
        if (nextChangeMillis < pending) {
            context.timerService().registerEventTimeTimer(nextChangeMillis);
            return nextChangeMillis;
        }
        return pending;
    }
}
