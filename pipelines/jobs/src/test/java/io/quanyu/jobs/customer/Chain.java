package io.quanyu.jobs.customer;

import io.quanyu.domain.rule.RuleSet;
import io.quanyu.jobs.identity.Assigned;
import io.quanyu.jobs.record.TextType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The operators of accounts and persons, one behind the other, for a test that holds the clock. */
final class Chain implements AutoCloseable {

    private final List<ProfileChange> profiles = new ArrayList<>();
    private final List<TagChange> tags = new ArrayList<>();
    private final List<CreditChange> credits = new ArrayList<>();
    private final List<Long> watermarks = new ArrayList<>();

    private OneInputStreamOperatorTestHarness<AccountFact, AccountFact> split;
    private KeyedOneInputStreamOperatorTestHarness<String, OrderFact, AccountFact> orders;
    private KeyedTwoInputStreamOperatorTestHarness<String, AccountFact, Assigned, Contribution> accounts;
    private KeyedTwoInputStreamOperatorTestHarness<String, Contribution, RulesReleased, Void> persons;

    private Chain() throws Exception {
        split = split();
        orders = orders();
        accounts = accounts();
        persons = persons();
    }

    static Chain open() throws Exception {
        var chain = new Chain();
        chain.split.open();
        chain.orders.open();
        chain.accounts.open();
        chain.persons.open();
        return chain;
    }

    void bring(AccountFact fact) throws Exception {
        split.processElement(fact, 0);
        for (AccountFact done : taken(split.getOutput(), AccountFact.class)) {
            accounts.processElement1(done, 0);
        }
        Queue<StreamRecord<OrderFact>> told = split.getSideOutput(SplitOrders.ORDERS);
        for (StreamRecord<OrderFact> one = told == null ? null : told.poll(); one != null; one = told.poll()) {
            orders.processElement(one.getValue(), 0);
        }
        passOn();
    }

    void assign(Assigned assigned) throws Exception {
        accounts.processElement2(assigned, 0);
        passOn();
    }

    void release(RulesReleased rules) throws Exception {
        persons.processElement2(rules, 0);
    }

    void tick(long millis) throws Exception {
        orders.processWatermark(millis);
        passOn();
        accounts.processBothWatermarks(new Watermark(millis));
        passOn();
        persons.processBothWatermarks(new Watermark(millis));
        collect();
    }

    /** Lets a sweep go on to its end. */
    void sweep() throws Exception {
        for (int slice = 0; slice < 100; slice++) {
            sweepABit();
        }
    }

    /** Lets a sweep go on for a slice. */
    void sweepABit() throws Exception {
        persons.setProcessingTime(persons.getProcessingTime() + 10);
        collect();
    }

    List<Long> watermarks() {
        return watermarks;
    }

    /** Both operators die and come back from a checkpoint. */
    void restore() throws Exception {
        var ofOrders = orders.snapshot(1, 1);
        var ofAccounts = accounts.snapshot(1, 1);
        var ofPersons = persons.snapshot(1, 1);
        close();
        split = split();
        split.open();
        orders = orders();
        orders.initializeState(ofOrders);
        orders.open();
        accounts = accounts();
        persons = persons();
        accounts.initializeState(ofAccounts);
        persons.initializeState(ofPersons);
        accounts.open();
        persons.open();
    }

    List<ProfileChange> profiles() {
        return profiles;
    }

    List<TagChange> tags() {
        return tags;
    }

    List<CreditChange> credits() {
        return credits;
    }

    @Override
    public void close() throws Exception {
        split.close();
        orders.close();
        accounts.close();
        persons.close();
    }

    private void passOn() throws Exception {
        for (AccountFact given : taken(orders.getOutput(), AccountFact.class)) {
            accounts.processElement1(given, 0);
        }
        for (Contribution contribution : accounts.extractOutputValues()) {
            persons.processElement1(contribution, 0);
        }
        accounts.getOutput().clear();
        collect();
    }

    private void collect() {
        for (Object out = persons.getOutput().poll();
                out != null;
                out = persons.getOutput().poll()) {
            if (out instanceof Watermark mark) {
                watermarks.add(mark.getTimestamp());
            }
        }
        drain(Statements.PROFILE.tag(), profiles);
        drain(Statements.TAGS.tag(), tags);
        drain(Statements.CREDITS.tag(), credits);
    }

    private <T> void drain(OutputTag<T> tag, List<T> into) {
        var queue = Objects.requireNonNullElseGet(
                persons.getSideOutput(tag), () -> new java.util.concurrent.ConcurrentLinkedQueue<StreamRecord<T>>());
        for (var entry = queue.poll(); entry != null; entry = queue.poll()) {
            into.add(entry.getValue());
        }
    }

    private static <T> List<T> taken(Queue<Object> output, Class<T> type) {
        List<T> taken = new ArrayList<>();
        for (Object out = output.poll(); out != null; out = output.poll()) {
            if (out instanceof StreamRecord<?> record) {
                taken.add(type.cast(record.getValue()));
            }
        }
        return taken;
    }

    static OneInputStreamOperatorTestHarness<AccountFact, AccountFact> split() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new SplitOrders()));
    }

    static KeyedOneInputStreamOperatorTestHarness<String, OrderFact, AccountFact> orders() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new GiveOrder()),
                fact -> CustomerJob.key(fact.tenant(), fact.order()),
                TextType.TEXT);
    }

    static KeyedTwoInputStreamOperatorTestHarness<String, AccountFact, Assigned, Contribution> accounts()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new ContributeFacts()),
                fact -> CustomerJob.key(fact.tenant(), fact.account()),
                assigned -> CustomerJob.key(assigned.tenant(), assigned.identifier()),
                TextType.TEXT);
    }

    static KeyedTwoInputStreamOperatorTestHarness<String, Contribution, RulesReleased, Void> persons()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new DecideCustomer(RuleSet.standard()),
                contribution -> CustomerJob.key(contribution.tenant(), contribution.oneId()),
                released -> "",
                TextType.TEXT);
    }
}
