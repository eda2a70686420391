package io.quanyu.jobs.customer;

import io.quanyu.jobs.identity.Assigned;
import io.quanyu.jobs.record.TextType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The operators of accounts and persons, one behind the other, for a test that holds the clock. */
final class Chain implements AutoCloseable {

    private final List<ProfileChange> profiles = new ArrayList<>();
    private final List<TagChange> tags = new ArrayList<>();
    private final List<CreditChange> credits = new ArrayList<>();

    private KeyedTwoInputStreamOperatorTestHarness<String, AccountFact, Assigned, Contribution> accounts;
    private KeyedOneInputStreamOperatorTestHarness<String, Contribution, ProfileChange> persons;

    private Chain() throws Exception {
        accounts = accounts();
        persons = persons();
    }

    static Chain open() throws Exception {
        var chain = new Chain();
        chain.accounts.open();
        chain.persons.open();
        return chain;
    }

    void bring(AccountFact fact) throws Exception {
        accounts.processElement1(fact, 0);
        passOn();
    }

    void assign(Assigned assigned) throws Exception {
        accounts.processElement2(assigned, 0);
        passOn();
    }

    void tick(long millis) throws Exception {
        accounts.processBothWatermarks(new Watermark(millis));
        passOn();
        persons.processWatermark(millis);
        collect();
    }

    /** Both operators die and come back from a checkpoint. */
    void restore() throws Exception {
        var ofAccounts = accounts.snapshot(1, 1);
        var ofPersons = persons.snapshot(1, 1);
        close();
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
        accounts.close();
        persons.close();
    }

    private void passOn() throws Exception {
        for (Contribution contribution : accounts.extractOutputValues()) {
            persons.processElement(contribution, 0);
        }
        accounts.getOutput().clear();
        collect();
    }

    private void collect() {
        profiles.addAll(persons.extractOutputValues());
        persons.getOutput().clear();
        drain(DecideCustomer.TAGS, tags);
        drain(DecideCustomer.CREDITS, credits);
    }

    private <T> void drain(OutputTag<T> tag, List<T> into) {
        var queue = Objects.requireNonNullElseGet(
                persons.getSideOutput(tag), () -> new java.util.concurrent.ConcurrentLinkedQueue<StreamRecord<T>>());
        for (var entry = queue.poll(); entry != null; entry = queue.poll()) {
            into.add(entry.getValue());
        }
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, AccountFact, Assigned, Contribution> accounts()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new ContributeFacts()),
                fact -> CustomerJob.key(fact.tenant(), fact.account()),
                assigned -> CustomerJob.key(assigned.tenant(), assigned.identifier()),
                TextType.TEXT);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Contribution, ProfileChange> persons()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DecideCustomer()),
                contribution -> CustomerJob.key(contribution.tenant(), contribution.oneId()),
                TextType.TEXT);
    }
}
