package io.quanyu.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.jobs.identity.Assigned;
import io.quanyu.jobs.record.TextType;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContributeFactsTest {

    private static final String LI = "yz_open_id|youzan:1|yzLI";
    private static final String PHONE = "phone|shop|5f2c";

    private static final AccountFact HELLO = fact("e1", 10, Fragment.ofMessage(10));
    private static final AccountFact AGAIN = fact("e2", 20, Fragment.ofMessage(20));

    private KeyedTwoInputStreamOperatorTestHarness<String, AccountFact, Assigned, Contribution> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void anAssignmentOfTheSameInstantComesFirst() throws Exception {
        harness.processElement1(HELLO, 0);
        harness.processElement2(assigned(LI, "p1", 10, 1), 0);
        assertThat(harness.extractOutputValues()).isEmpty();

        tick(10);

        assertThat(harness.extractOutputValues()).containsExactly(bringing("p1", HELLO.fragment(), 10, 1, "e1"));
    }

    @Test
    void factsWaitForTheFirstPerson() throws Exception {
        harness.processElement1(HELLO, 0);
        harness.processElement2(assigned(LI, "p1", 15, 1), 0);

        tick(15);

        assertThat(harness.extractOutputValues()).containsExactly(bringing("p1", HELLO.fragment(), 15, 3, LI + "@1"));
    }

    @Test
    void aMovedAccountTakesAllItsFactsAlong() throws Exception {
        harness.processElement2(assigned(LI, "p1", 5, 1), 0);
        harness.processElement1(HELLO, 0);
        harness.processElement1(AGAIN, 0);
        harness.processElement2(assigned(LI, "p2", 20, 2), 0);

        tick(100);

        assertThat(harness.extractOutputValues())
                .containsExactly(
                        bringing("p1", HELLO.fragment(), 10, 1, "e1"),
                        new Contribution("shop", "p1", LI, Fragment.EMPTY, true, 20, 2, LI + "@2"),
                        bringing("p2", HELLO.fragment(), 20, 3, LI + "@2"),
                        bringing("p2", AGAIN.fragment(), 20, 4, "e2"));
    }

    @Test
    void aRepeatedFactAndAnOldAssignmentSayNothing() throws Exception {
        harness.processElement2(assigned(LI, "p1", 5, 1), 0);
        harness.processElement1(HELLO, 0);
        harness.processElement2(assigned(LI, "p2", 6, 2), 0);
        tick(10);
        harness.getOutput().clear();

        harness.processElement1(HELLO, 0);
        harness.processElement2(assigned(LI, "p1", 5, 1), 0);
        tick(100);

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void anIdentifierThatNeverActsBringsNothing() throws Exception {
        harness.processElement2(assigned(PHONE, "p1", 5, 1), 0);
        harness.processElement2(assigned(PHONE, "p2", 6, 2), 0);

        tick(100);

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void aLateFactCountsAsOfTheClock() throws Exception {
        harness.processElement2(assigned(LI, "p1", 5, 1), 0);
        tick(50);

        harness.processElement1(HELLO, 0);

        assertThat(harness.extractOutputValues()).containsExactly(bringing("p1", HELLO.fragment(), 50, 1, "e1"));
    }

    @Test
    void anAccountNeverStepsBackInTimeAfterARestore() throws Exception {
        harness.processElement2(assigned(LI, "p1", 5, 1), 0);
        harness.processElement1(AGAIN, 0);
        tick(50);
        var snapshot = harness.snapshot(1, 1);
        close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();

        harness.processElement1(fact("e0", 7, Fragment.seen(3)), 0);
        tick(60);

        assertThat(harness.extractOutputValues()).containsExactly(bringing("p1", Fragment.seen(3), 20, 2, "e0"));
    }

    private void tick(long millis) throws Exception {
        harness.processBothWatermarks(new Watermark(millis));
    }

    private static AccountFact fact(String event, long at, Fragment fragment) {
        return new AccountFact("shop", LI, event, at, fragment);
    }

    private static Assigned assigned(String identifier, String person, long at, long version) {
        return new Assigned("shop", identifier, person, null, false, at, version, identifier + "@" + version);
    }

    private static Contribution bringing(String person, Fragment facts, long at, long sequence, String cause) {
        return new Contribution("shop", person, LI, facts, false, at, sequence, cause);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, AccountFact, Assigned, Contribution> harness()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new ContributeFacts()),
                AccountFact::account,
                Assigned::identifier,
                TextType.TEXT);
    }
}
