package io.quanyu.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.customer.RefundStatus;
import io.quanyu.domain.customer.RefundVersion;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose an order is, as its events come. {@link CustomerLawsTest} has what follows for persons. */
class GiveOrderTest {

    private static final String ORDER = "pos|shop1|P9";
    private static final String XU = "pos_member|pos:shop1|xu";
    private static final String CHEN = "pos_member|pos:shop1|chen";
    private static final String ITSELF = "order|pos:shop1|P9";

    private KeyedOneInputStreamOperatorTestHarness<String, OrderFact, AccountFact> orders;

    @BeforeEach
    void open() throws Exception {
        orders = Chain.orders();
        orders.open();
    }

    @AfterEach
    void close() throws Exception {
        orders.close();
    }

    @Test
    void aCorrectedBuyerTakesAllThatIsToldOfIt() throws Exception {
        tell(XU, version(1), 10);
        tell(XU, refund(), 20);
        orders.processWatermark(20);
        orders.getOutput().clear();

        tell(CHEN, version(2), 30);
        orders.processWatermark(30);

        assertThat(orders.extractOutputValues())
                .extracting(AccountFact::account, AccountFact::lostOrder, AccountFact::fragment)
                .containsExactly(
                        tuple(XU, ORDER, Fragment.EMPTY),
                        tuple(CHEN, null, version(1).merge(version(2)).merge(refund())));
    }

    @Test
    void whoAsksForARefundDoesNotOwnTheOrder() throws Exception {
        tell(CHEN, refund(), 10);
        orders.processWatermark(10);
        assertThat(orders.extractOutputValues())
                .as("an order that nobody has told of")
                .isEmpty();

        tell(XU, version(1), 20);
        orders.processWatermark(20);
        assertThat(orders.extractOutputValues())
                .extracting(AccountFact::account, AccountFact::fragment)
                .containsExactly(tuple(XU, version(1).merge(refund())));
    }

    @Test
    void aThinPushTakesTheOrderFromNobody() throws Exception {
        tell(XU, version(1), 10);
        tell(ITSELF, version(2), 20);
        orders.processWatermark(20);
        assertThat(orders.extractOutputValues())
                .extracting(AccountFact::account, AccountFact::fragment)
                .containsExactly(tuple(XU, version(1)), tuple(XU, version(2)));
    }

    @Test
    void anOrderWithoutAnAccountIsItsOwnUntilOneIsTold() throws Exception {
        tell(ITSELF, version(2), 10);
        tell(XU, version(1), 20);
        orders.processWatermark(20);
        assertThat(orders.extractOutputValues())
                .extracting(AccountFact::account, AccountFact::lostOrder, AccountFact::receivedAtMillis)
                .containsExactly(tuple(ITSELF, null, 10L), tuple(ITSELF, ORDER, 20L), tuple(XU, null, 20L));
    }

    @Test
    void whatIsToldTwiceIsGivenOnce() throws Exception {
        tell(XU, version(1), 10);
        orders.processWatermark(10);
        tell(XU, version(1), 10);
        orders.processWatermark(20);
        assertThat(orders.extractOutputValues()).hasSize(1);
    }

    private void tell(String subject, Fragment fragment, long atMillis) throws Exception {
        orders.processElement(new OrderFact("shop", ORDER, subject, "e" + atMillis, atMillis, fragment), 0);
    }

    private static Fragment version(long version) {
        return Fragment.of(new OrderVersion(
                "v" + version, ORDER, version, Fulfilment.PAID, 5L, 6L, null, 10_000L, null, null, null, 6));
    }

    private static Fragment refund() {
        return Fragment.of(new RefundVersion("r", ORDER, "pos|shop1|R1", 1, RefundStatus.SUCCEEDED, 10_000L, 20L, 20));
    }
}
