package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Components;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.identity.Settlement.Change;
import io.quanyu.jobs.clock.Arrivals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Decides who is who for a tenant and tells each identifier whose person changed. Keyed by tenant.
 *
 * <p>What was received at one instant is taken in together, after the evidence that expires at that instant. What comes
 * after the clock has passed it is judged as of the clock.
 *
 * <p>State per tenant, for ever: its evidence, one for each key; what was last said of each identifier; the last instant
 * judged. {@link Components} are rebuilt from the evidence when a tenant is first met after a start. Where they say
 * anything else than was said, for example by a new policy, the difference is told.
 */
public final class ResolveTenant extends KeyedProcessFunction<String, EvidenceSeen, Assigned> {

    private static final long serialVersionUID = 1L;

    private transient Arrivals<EvidenceSeen> arrivals;
    private transient MapState<String, Evidence> evidence;
    private transient MapState<String, Assigned> said;
    private transient ValueState<Long> judgedAtMillis;
    private transient Map<String, Components> tenants;

    @Override
    public void open(OpenContext context) {
        // The names are part of every savepoint: renaming one loses its state.
        arrivals = Arrivals.in(getRuntimeContext(), "arrivals", EvidenceSeen.class);
        evidence = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("evidence", Types.STRING, TypeInformation.of(Evidence.class)));
        said = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("said", Types.STRING, TypeInformation.of(Assigned.class)));
        judgedAtMillis = getRuntimeContext().getState(new ValueStateDescriptor<>("judged-at", Types.LONG));
        tenants = new HashMap<>();
    }

    @Override
    public void processElement(EvidenceSeen seen, Context context, Collector<Assigned> out) throws Exception {
        if (!arrivals.hold(seen, seen.receivedAtMillis(), context.timerService())) {
            judge(List.of(seen), context.timerService().currentWatermark(), context, out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Assigned> out) throws Exception {
        judge(arrivals.due(timestamp), timestamp, context, out);
    }

    private void judge(List<EvidenceSeen> arrived, long instantMillis, Context context, Collector<Assigned> out)
            throws Exception {
        String tenant = context.getCurrentKey();
        // No watermark is known after a restore, so the clock may seem to step back; evidence must not come alive
        // again.
        long atMillis = Math.max(instantMillis, judgedAt());
        Components components = components(tenant);
        components.advanceTo(atMillis);
        remember(arrived).forEach(components::add);
        for (Change change : components.settle().changes()) {
            say(tenant, change, atMillis, out);
        }
        judgedAtMillis.update(atMillis);
        if (components.nextExpiryMillis() != Long.MAX_VALUE) {
            context.timerService().registerEventTimeTimer(components.nextExpiryMillis());
        }
    }

    private long judgedAt() throws Exception {
        return Objects.requireNonNullElse(judgedAtMillis.value(), Long.MIN_VALUE);
    }

    private Components components(String tenant) throws Exception {
        Components known = tenants.get(tenant);
        if (known != null) {
            return known;
        }
        var rebuilt = new Components(IdentityPolicy.standard(), judgedAt());
        evidence.values().forEach(rebuilt::add);
        tenants.put(tenant, rebuilt);
        return rebuilt;
    }

    private List<Evidence> remember(List<EvidenceSeen> arrived) throws Exception {
        List<Evidence> news = new ArrayList<>();
        for (EvidenceSeen seen : arrived) {
            for (Evidence one : seen.evidence()) {
                Evidence before = evidence.get(one.key());
                Evidence after = before == null ? one : before.merge(one);
                if (!after.equals(before)) {
                    evidence.put(one.key(), after);
                    news.add(after);
                }
            }
        }
        return news;
    }

    private void say(String tenant, Change change, long atMillis, Collector<Assigned> out) throws Exception {
        String identifier = change.identifier().text();
        Assigned before = said.get(identifier);
        if (before != null && before.oneId().equals(change.newOneId())) {
            return;
        }
        Assigned now = before == null
                ? Assigned.first(tenant, identifier, change.newOneId(), atMillis)
                : before.changedTo(change.newOneId(), atMillis);
        said.put(identifier, now);
        out.collect(now);
    }
}
