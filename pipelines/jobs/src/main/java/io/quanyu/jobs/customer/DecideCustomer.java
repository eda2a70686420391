package io.quanyu.jobs.customer;

import static io.quanyu.jobs.record.TextType.TEXT;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.jobs.clock.Arrivals;
import io.quanyu.jobs.record.RecordType;
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
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Judges a person by the facts of all their accounts, and says what is no longer as it was: profile, tags, credits. Keyed by
 * tenant and one_id.
 *
 * <p>Everything that reaches a person at one instant is judged once. What time alone changes is judged at the very instant
 * at which it changes, before the facts of that instant.
 *
 * <p>State per person: the facts by account, and what was {@link Said}.
 */
public final class DecideCustomer extends KeyedProcessFunction<String, Contribution, ProfileChange> {

    static final OutputTag<TagChange> TAGS = new OutputTag<>("tag-changes", TypeInformation.of(TagChange.class));
    static final OutputTag<CreditChange> CREDITS =
            new OutputTag<>("credit-changes", TypeInformation.of(CreditChange.class));

    private static final String BY_TIME = "clock";

    private static final long serialVersionUID = 1L;

    private transient Arrivals<Contribution> contributions;
    private transient MapState<String, Fragment> facts;
    private transient ValueState<Said> said;

    @Override
    public void open(OpenContext context) {
        contributions = Arrivals.in(getRuntimeContext(), "contributions", Contribution.class);
        facts = getRuntimeContext().getMapState(new MapStateDescriptor<>("facts", TEXT, RecordType.of(Fragment.class)));
        said = getRuntimeContext().getState(new ValueStateDescriptor<>("said", Said.class));
    }

    @Override
    public void processElement(Contribution contribution, Context context, Collector<ProfileChange> out)
            throws Exception {
        if (!contributions.hold(contribution, contribution.atMillis(), context.timerService())) {
            take(List.of(contribution), context.timerService().currentWatermark(), context, out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ProfileChange> out) throws Exception {
        Said before = said.value();
        // Timers of reviews that were put off are left to fire: deleting one could take an arrival's timer with it.
        if (before != null && before.reviewAtMillis() <= timestamp) {
            decide(before, timestamp, BY_TIME, context, out);
        }
        take(contributions.due(timestamp), timestamp, context, out);
    }

    private void take(List<Contribution> arrived, long atMillis, Context context, Collector<ProfileChange> out)
            throws Exception {
        if (arrived.isEmpty()) {
            return;
        }
        List<Contribution> inOrder = new ArrayList<>(arrived);
        inOrder.sort(Contribution.IN_ORDER);
        for (Contribution contribution : inOrder) {
            apply(contribution);
        }
        Contribution any = arrived.get(0);
        String cause = Causes.join(arrived, Contribution::cause);
        Said before = said.value();
        decide(before == null ? Said.nothing(any.tenant(), any.oneId()) : before, atMillis, cause, context, out);
    }

    private void apply(Contribution contribution) throws Exception {
        if (contribution.withdrawn()) {
            facts.remove(contribution.account());
            return;
        }
        Fragment before = Objects.requireNonNullElse(facts.get(contribution.account()), Fragment.EMPTY);
        facts.put(contribution.account(), before.merge(contribution.fragment()));
    }

    private void decide(Said before, long atMillis, String cause, Context context, Collector<ProfileChange> out)
            throws Exception {
        Decision decision = Decision.of(facts(), before, atMillis, cause);
        Said after = decision.after();
        said.update(after);
        if (after.reviewAtMillis() != before.reviewAtMillis() && after.reviewAtMillis() != Long.MAX_VALUE) {
            context.timerService().registerEventTimeTimer(after.reviewAtMillis());
        }
        decision.profileChange().ifPresent(out::collect);
        decision.tagChanges().forEach(change -> context.output(TAGS, change));
        decision.creditChanges().forEach(change -> context.output(CREDITS, change));
    }

    private Map<String, Fragment> facts() throws Exception {
        Map<String, Fragment> byAccount = new HashMap<>();
        for (Map.Entry<String, Fragment> entry : facts.entries()) {
            byAccount.put(entry.getKey(), entry.getValue());
        }
        return byAccount;
    }
}
