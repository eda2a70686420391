package io.quanyu.jobs.customer;

import io.quanyu.jobs.clock.Arrivals;
import io.quanyu.jobs.record.PackedValue;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
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
 * <p>State per person, for ever: {@link Person}. It is always read whole.
 */
public final class DecideCustomer extends KeyedProcessFunction<String, Contribution, ProfileChange> {

    static final OutputTag<TagChange> TAGS = new OutputTag<>("tag-changes", TypeInformation.of(TagChange.class));
    static final OutputTag<CreditChange> CREDITS =
            new OutputTag<>("credit-changes", TypeInformation.of(CreditChange.class));

    private static final String BY_TIME = "clock";

    private static final long serialVersionUID = 1L;

    private transient Arrivals<Contribution> contributions;
    private transient PackedValue<Person> persons;

    @Override
    public void open(OpenContext context) {
        contributions = Arrivals.in(getRuntimeContext(), "contributions", Contribution.class);
        persons = PackedValue.in(getRuntimeContext(), "person", Person.class);
    }

    @Override
    public void processElement(Contribution contribution, Context context, Collector<ProfileChange> out)
            throws Exception {
        if (!contributions.hold(contribution, contribution.atMillis(), context.timerService())) {
            long now = context.timerService().currentWatermark();
            keep(take(person(contribution), List.of(contribution), now, context, out), now, context);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ProfileChange> out) throws Exception {
        List<Contribution> arrived = contributions.due(timestamp);
        Person person = arrived.isEmpty() ? persons.value() : person(arrived.get(0));
        if (person == null) {
            return;
        }
        if (person.said().reviewAtMillis() <= timestamp) {
            person = decide(person, timestamp, BY_TIME, context, out);
        }
        if (!arrived.isEmpty()) {
            person = take(person, arrived, timestamp, context, out);
        }
        keep(person, timestamp, context);
    }

    private Person person(Contribution arrived) throws Exception {
        Person known = persons.value();
        return known == null ? Person.unknown(arrived.tenant(), arrived.oneId()) : known;
    }

    private static Person take(
            Person before, List<Contribution> arrived, long atMillis, Context context, Collector<ProfileChange> out) {
        return decide(before.with(arrived), atMillis, Causes.join(arrived, Contribution::cause), context, out);
    }

    private static Person decide(
            Person person, long atMillis, String cause, Context context, Collector<ProfileChange> out) {
        Decision decision = Decision.of(person.facts(), person.said(), atMillis, cause);
        decision.profileChange().ifPresent(out::collect);
        decision.tagChanges().forEach(change -> context.output(TAGS, change));
        decision.creditChanges().forEach(change -> context.output(CREDITS, change));
        return person.saying(decision.after());
    }

    /** One timer is enough. If the review was put off since it was set, it is set anew when it fires. */
    private void keep(Person person, long nowMillis, Context context) throws Exception {
        long pending = person.wakeMillis() > nowMillis ? person.wakeMillis() : Long.MAX_VALUE;
        long review = person.said().reviewAtMillis();
        if (review < pending) {
            context.timerService().registerEventTimeTimer(review);
        }
        persons.update(person.wakingAt(Math.min(review, pending)));
    }
}
