package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.jobs.clock.Arrivals;
import io.quanyu.jobs.identity.Assigned;
import io.quanyu.jobs.metric.Dropped;
import io.quanyu.jobs.metric.Tally;
import io.quanyu.jobs.record.PackedValue;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Brings the facts of an account to the person who has it. Keyed by tenant and account.
 *
 * <p>At each instant, assignments come before facts. When the person changes, the account leaves the one and takes all its
 * facts to the other; a new fact goes to the current person alone, and a repeated one to nobody. Facts that come before
 * the first assignment wait for it. An account
 * that loses its last fact, such as an order whose account became known, leaves the person.
 *
 * <p>Counts what goes to nobody as {@code dropped.<reason>}.
 *
 * <p>State per account: its {@link Account}, for ever. An identifier that never acts, such as a phone, keeps only its person.
 */
public final class ContributeFacts extends KeyedCoProcessFunction<String, AccountFact, Assigned, Contribution> {

    private static final long serialVersionUID = 1L;

    private transient Arrivals<AccountFact> facts;
    private transient Arrivals<Assigned> assignments;
    private transient PackedValue<Account> account;
    private transient Tally<Dropped> dropped;

    @Override
    public void open(OpenContext context) {
        facts = Arrivals.in(getRuntimeContext(), "facts", AccountFact.class);
        assignments = Arrivals.in(getRuntimeContext(), "assignments", Assigned.class);
        account = PackedValue.in(getRuntimeContext(), "account", Account.class);
        dropped = Tally.of(getRuntimeContext().getMetricGroup(), "dropped", Dropped.class);
    }

    @Override
    public void processElement1(AccountFact fact, Context context, Collector<Contribution> out) throws Exception {
        if (!facts.hold(fact, fact.receivedAtMillis(), context.timerService())) {
            add(List.of(fact), context.timerService().currentWatermark(), out);
        }
    }

    @Override
    public void processElement2(Assigned assigned, Context context, Collector<Contribution> out) throws Exception {
        if (!assignments.hold(assigned, assigned.atMillis(), context.timerService())) {
            assign(List.of(assigned), context.timerService().currentWatermark(), out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Contribution> out) throws Exception {
        assign(assignments.due(timestamp), timestamp, out);
        add(facts.due(timestamp), timestamp, out);
    }

    private void assign(List<Assigned> arrived, long atMillis, Collector<Contribution> out) throws Exception {
        if (arrived.isEmpty()) {
            return;
        }
        Assigned newest = Collections.max(arrived, Comparator.comparingLong(Assigned::version));
        Account before = account(atMillis);
        if (newest.version() <= before.assignment()) {
            dropped.count(Dropped.SUPERSEDED);
            return;
        }
        if (before.hasFacts() && !newest.oneId().equals(before.oneId())) {
            account.update(move(before, newest, out));
        } else {
            account.update(before.of(newest.oneId(), newest.version()));
        }
    }

    private static Account move(Account before, Assigned to, Collector<Contribution> out) {
        Account leaving = before.next();
        if (before.oneId() != null) {
            out.collect(Contribution.leaving(to.tenant(), to.identifier(), leaving, to.changeId()));
        }
        Account joining = leaving.of(to.oneId(), to.version()).next();
        out.collect(Contribution.bringing(to.tenant(), to.identifier(), joining, joining.fragment(), to.changeId()));
        return joining;
    }

    private void add(List<AccountFact> arrived, long atMillis, Collector<Contribution> out) throws Exception {
        if (arrived.isEmpty()) {
            return;
        }
        Account before = account(atMillis);
        Account after = before.with(arrived).next();
        if (!before.knows(after.fragment())) {
            if (after.oneId() != null) {
                out.collect(change(after, arrived));
            }
            account.update(after);
        } else {
            dropped.count(Dropped.REPEAT);
        }
    }

    private static Contribution change(Account after, List<AccountFact> arrived) {
        AccountFact any = arrived.get(0);
        String cause = Causes.join(arrived, AccountFact::eventId);
        if (!after.hasFacts()) {
            return Contribution.leaving(any.tenant(), any.account(), after, cause);
        }
        Fragment added = Account.UNKNOWN.with(arrived).fragment();
        Set<String> lost = arrived.stream()
                .map(AccountFact::lostOrder)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Contribution.changing(any.tenant(), any.account(), after, added, lost, cause);
    }

    private Account account(long atMillis) throws Exception {
        return Objects.requireNonNullElse(account.value(), Account.UNKNOWN).at(atMillis);
    }
}
