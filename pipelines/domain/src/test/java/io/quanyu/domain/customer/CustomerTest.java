package io.quanyu.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomerTest {

    private static final long TEN = Instant.parse("2026-05-01T10:00:00+08:00").toEpochMilli();
    private static final long HOUR = 3_600_000;
    private static final String ORDER = "youzan|s|E1";

    private static final OrderVersion PAID =
            new OrderVersion("paid", ORDER, 2, Fulfilment.PAID, TEN, TEN, null, 100_00L, "room", "lc", "浙江省", TEN);
    private static final OrderVersion THIN = new OrderVersion(
            "thin", ORDER, 3, Fulfilment.SHIPPED, null, null, null, null, null, null, null, TEN + HOUR);

    /** Closed by timeout, reopened, paid, and closed again by a push that does not say when. */
    @Test
    void aClosingThatWasTakenBackSaysNothingOfTheNextOne() {
        Customer customer = person(
                version(1, Fulfilment.CREATED, null, null),
                version(2, Fulfilment.CLOSED, null, TEN),
                version(3, Fulfilment.PAID, TEN + 1, null),
                version(4, Fulfilment.CLOSED, null, null));
        assertThat(customer.paidOrders()).hasSize(1);
        assertThat(person(
                                version(2, Fulfilment.CLOSED, null, TEN),
                                version(3, Fulfilment.PAID, TEN + 1, null),
                                version(4, Fulfilment.CLOSED, null, TEN))
                        .paidOrders())
                .as("paid too late")
                .isEmpty();
    }

    @Test
    void whatOnlyTheOrderSaysOfItsRefundCountsUntilCasesSayMore() {
        Fragment word = said(2, Money.HOME, false, true);
        assertThat(person(said(1, Money.HOME, false, false), word).netRevenueFen())
                .isZero();
        Fragment half =
                Fragment.of(new RefundVersion("r", ORDER, "youzan|s|r", 1, RefundStatus.SUCCEEDED, 50_00L, TEN, TEN));
        Order order =
                person(said(1, Money.HOME, false, false), word, half).orders().get(0);
        assertThat(order.refundedFen()).isEqualTo(100_00);
        assertThat(order.refunds()).extracting(Refunded::fen).containsExactly(50_00L, 50_00L);
        assertThat(person(word, said(3, Money.HOME, false, false), half).netRevenueFen())
                .as("taken back by a newer version")
                .isEqualTo(50_00);
    }

    @Test
    void anOrderOnHoldIsNotPaidYet() {
        assertThat(person(said(1, Money.HOME, true, false)).paidOrders()).isEmpty();
        assertThat(person(said(1, Money.HOME, true, false), version(2, Fulfilment.SHIPPED, null, null))
                        .paidOrders())
                .as("a push that does not say")
                .isEmpty();
        assertThat(person(said(1, Money.HOME, true, false), said(2, Money.HOME, false, false))
                        .paidOrders())
                .hasSize(1);
    }

    @Test
    void moneyOfAnotherCurrencyIsNobodysRevenue() {
        Customer customer = person(said(1, "USD", false, false));
        assertThat(customer.orders()).hasSize(1);
        assertThat(customer.paidOrders()).isEmpty();
        assertThat(customer.netRevenueFen()).isZero();
    }

    @Test
    void aThinNewerVersionWipesNothing() {
        Order order = onlyOrder(Fragment.of(PAID), Fragment.of(THIN));

        assertThat(order)
                .isEqualTo(new Order(
                        ORDER,
                        Fulfilment.SHIPPED,
                        TEN,
                        TEN,
                        null,
                        100_00,
                        List.of(),
                        "room",
                        "lc",
                        "浙江省",
                        Money.HOME,
                        false));
    }

    @Test
    void oneOrderSeenFromItsBuyerAndFromItselfIsOneOrder() {
        Customer customer = Customer.of(Map.of(
                "yz_open_id|s|li", Fragment.of(PAID),
                "order|youzan:s|E1", Fragment.of(THIN)));

        assertThat(customer.orders()).hasSize(1);
        assertThat(customer.netRevenueFen()).isEqualTo(100_00);
    }

    @Test
    void betweenEqualVersionsTheLifecycleDecidesAndThenTheEventId() {
        OrderVersion created =
                new OrderVersion("z", ORDER, 2, Fulfilment.CREATED, TEN, null, null, 90_00L, null, null, null, TEN);

        assertThat(onlyOrder(Fragment.of(PAID), Fragment.of(created)).paidFen()).isEqualTo(100_00);
    }

    @Test
    void aPartialRefundLowersNetRevenueAndAFullOneEndsIt() {
        assertThat(onlyOrder(Fragment.of(PAID), refund("r1", 1, RefundStatus.SUCCEEDED, 30_00L))
                        .netFen())
                .isEqualTo(70_00);
        assertThat(onlyOrder(
                                Fragment.of(PAID),
                                refund("r1", 1, RefundStatus.SUCCEEDED, 30_00L),
                                refund("r2", 1, RefundStatus.SUCCEEDED, 90_00L))
                        .netFen())
                .as("more went back than was paid")
                .isZero();
    }

    @Test
    void aRefundThatIsOnlyAskedForOrRefusedOrTakenBackDoesNotCount() {
        Fragment asked = refund("r1", 1, RefundStatus.REFUNDING, 30_00L);
        Fragment succeeded = refund("r1", 2, RefundStatus.SUCCEEDED, null);
        Fragment takenBack = refund("r1", 3, RefundStatus.CLOSED, null);

        assertThat(onlyOrder(Fragment.of(PAID), asked).netFen()).isEqualTo(100_00);
        assertThat(onlyOrder(Fragment.of(PAID), asked, succeeded).netFen())
                .as("the amount claimed is the amount paid back unless a newer version says another")
                .isEqualTo(70_00);
        assertThat(onlyOrder(Fragment.of(PAID), takenBack, succeeded, asked).netFen())
                .isEqualTo(100_00);
    }

    @Test
    void aRefundWithoutOrderLowersThePersonsNetRevenueOnly() {
        RefundVersion unlinked = new RefundVersion("u", null, "pos|s|r9", 1, RefundStatus.SUCCEEDED, 130_00L, TEN, TEN);
        Customer customer = person(Fragment.of(PAID), Fragment.of(unlinked));

        assertThat(customer.orders().get(0).netFen()).isEqualTo(100_00);
        assertThat(customer.unlinkedRefundFen()).isEqualTo(130_00);
        assertThat(customer.netRevenueFen()).isZero();
    }

    @Test
    void anOrderClosedBeforeItsPaymentIsNotPaid() {
        assertThat(closed(TEN, TEN - 1).isPaid()).as("closed, then paid").isFalse();
        assertThat(closed(TEN, TEN).isPaid()).as("closed at the payment").isTrue();
        assertThat(closed(TEN, TEN + HOUR).isPaid())
                .as("closed after the payment")
                .isTrue();
        assertThat(closed(TEN, null).isPaid())
                .as("paid, closed nobody knows when")
                .isTrue();
        assertThat(closed(null, TEN).isPaid()).as("never paid").isFalse();
    }

    @Test
    void anOrderThatCameBackToLifeAfterAClosureIsPaid() {
        OrderVersion closed = new OrderVersion(
                "c", ORDER, 1, Fulfilment.CLOSED, TEN, null, TEN - HOUR, 100_00L, null, null, null, TEN);

        assertThat(onlyOrder(Fragment.of(closed), Fragment.of(PAID)).isPaid()).isTrue();
    }

    @Test
    void aFreeOrderIsPaidButWorthNothing() {
        OrderVersion free = new OrderVersion("f", ORDER, 1, Fulfilment.PAID, TEN, TEN, null, 0L, null, null, null, TEN);
        Order order = onlyOrder(Fragment.of(free));

        assertThat(order.isPaid()).isTrue();
        assertThat(order.netFen()).isZero();
    }

    @Test
    void anOrderIsATouchOfItsLiveCodeOrElseOfItsLiveRoom() {
        assertThat(person(Fragment.of(PAID)).touches()).containsExactly(Touch.ofCode("order:" + ORDER, TEN, "lc"));
        assertThat(person(Fragment.of(inRoom("douyin|s|1"))).touches())
                .containsExactly(Touch.ofChannel("order:douyin|s|1", TEN, "抖音直播间"));
        assertThat(person(Fragment.of(inRoom("kuaishou|s|1"))).touches())
                .containsExactly(Touch.ofChannel("order:kuaishou|s|1", TEN, "kuaishou直播间"));
    }

    @Test
    void anAddAndItsReadBackAreOneTouch() {
        Customer customer = person(
                Fragment.of(Touch.ofCode("add-1", TEN + 1, "lc")), Fragment.of(Touch.ofCode("add-1", TEN, "lc")));

        assertThat(customer.touches()).containsExactly(Touch.ofCode("add-1", TEN, "lc"));
    }

    @Test
    void theProfileCountsOrdersMoneyAndActivity() {
        Customer customer = Customer.of(Map.of(
                "yz_open_id|s|li",
                AnyFacts.unionOf(List.of(
                        Fragment.of(PAID),
                        refund("r1", 1, RefundStatus.SUCCEEDED, 30_00L),
                        Fragment.ofPhone("h", "138****0000"))),
                "external_userid|corp|wm1",
                Fragment.ofMessage(TEN + 5 * HOUR),
                "order|youzan:s|E2",
                Fragment.of(new OrderVersion(
                        "e2",
                        "youzan|s|E2",
                        1,
                        Fulfilment.CREATED,
                        TEN + HOUR,
                        null,
                        null,
                        50_00L,
                        null,
                        null,
                        null,
                        TEN))));

        assertThat(Profile.of("p1", customer, List.of("vip_level", "new_buyer")))
                .isEqualTo(new Profile(
                        "p1",
                        List.of("external_userid|corp|wm1", "yz_open_id|s|li"),
                        List.of("wecom", "youzan"),
                        "138****0000",
                        TEN,
                        2,
                        1,
                        100_00,
                        30_00,
                        70_00,
                        100_00L,
                        TEN,
                        TEN,
                        TEN + 5 * HOUR,
                        TEN + 5 * HOUR,
                        List.of("new_buyer", "vip_level")));
    }

    @Test
    void theAverageOrderIsRoundedHalfUp() {
        assertThat(averageOrderFen(1, 1, 2)).as("1.33").isEqualTo(1);
        assertThat(averageOrderFen(1, 2)).as("1.5").isEqualTo(2);
        assertThat(averageOrderFen(2, 3)).as("2.5").isEqualTo(3);
        assertThat(averageOrderFen(1, 2, 2)).as("1.67").isEqualTo(2);
    }

    @Test
    void aPersonIsActiveWithAnOrderPlacedOrPaidAMessageOrABrowse() {
        assertThat(person(placed(TEN, null)).lastActiveMillis()).as("placed").isEqualTo(TEN);
        assertThat(person(placed(TEN, TEN + HOUR)).lastActiveMillis())
                .as("paid later")
                .isEqualTo(TEN + HOUR);
        assertThat(person(placed(TEN, TEN - HOUR)).lastActiveMillis())
                .as("paid before, as the source says")
                .isEqualTo(TEN);
        assertThat(person(Fragment.ofMessage(TEN)).lastActiveMillis()).isEqualTo(TEN);
        assertThat(person(Fragment.ofBrowse(TEN)).lastActiveMillis()).isEqualTo(TEN);
        assertThat(person(Fragment.of(Touch.ofCode("add-1", TEN, "lc"))).lastActiveMillis())
                .as("a touch is none")
                .isNull();
    }

    @Test
    void ofSeveralSignsOfLifeTheLatestCounts() {
        Fragment order = placed(TEN, TEN + HOUR);
        Fragment later = Fragment.of(new OrderVersion(
                "e2", "youzan|s|E2", 1, Fulfilment.CREATED, TEN + 2 * HOUR, null, null, 1L, null, null, null, TEN));

        assertThat(person(order, later).lastActiveMillis()).isEqualTo(TEN + 2 * HOUR);
        assertThat(person(order, Fragment.ofMessage(TEN)).lastActiveMillis()).isEqualTo(TEN + HOUR);
        assertThat(person(order, Fragment.ofMessage(TEN + 3 * HOUR)).lastActiveMillis())
                .isEqualTo(TEN + 3 * HOUR);
        assertThat(person(order, Fragment.ofMessage(TEN), Fragment.ofBrowse(TEN + 4 * HOUR))
                        .lastActiveMillis())
                .isEqualTo(TEN + 4 * HOUR);
    }

    @Test
    void aPersonWithoutFactsHasAnEmptyProfile() {
        Profile profile = Profile.of("p1", Customer.of(Map.of("order|youzan:s|E2", Fragment.EMPTY)), List.of());

        assertThat(profile)
                .isEqualTo(new Profile(
                        "p1",
                        List.of("order|youzan:s|E2"),
                        List.of(),
                        null,
                        null,
                        0,
                        0,
                        0,
                        0,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of()));
    }

    private static @Nullable Long averageOrderFen(long... paidFen) {
        Fragment all = Fragment.EMPTY;
        for (int i = 0; i < paidFen.length; i++) {
            all = all.merge(Fragment.of(new OrderVersion(
                    "e" + i, "youzan|s|E" + i, 1, Fulfilment.PAID, TEN, TEN, null, paidFen[i], null, null, null, TEN)));
        }
        return Profile.of("p1", person(all), List.of()).averageOrderFen();
    }

    private static Fragment placed(long placedAt, @Nullable Long paidAt) {
        return Fragment.of(new OrderVersion(
                "e", ORDER, 1, Fulfilment.CREATED, placedAt, paidAt, null, 1L, null, null, null, placedAt));
    }

    @Test
    void aVisitIsNoAccountOfWhoHasOne() {
        Customer customer = Customer.of(Map.of(
                "visit|scan:shop1|v-1", Fragment.of(Touch.ofCode("e1", 1, "LC-1")),
                "phone|tea|5f2c", Fragment.seen(1),
                "external_userid|corp1|wm1", Fragment.ofMessage(2)));

        Profile profile = Profile.of("p1", customer, List.of());

        assertThat(profile.accounts()).containsExactly("external_userid|corp1|wm1");
        assertThat(profile.platforms()).containsExactly("wecom");
    }

    @Test
    void whoHasNoAccountIsShownByAllThatLeadsToThem() {
        Customer visitor = Customer.of(Map.of("visit|scan:shop1|v-1", Fragment.of(Touch.ofCode("e1", 1, "LC-1"))));
        Customer buyer = Customer.of(Map.of(
                "phone|tea|5f2c", Fragment.seen(1),
                "order|pos:shop1|T1", Fragment.seen(1)));

        assertThat(Profile.of("p1", visitor, List.of()).accounts()).containsExactly("visit|scan:shop1|v-1");
        assertThat(Profile.of("p1", visitor, List.of()).platforms()).isEmpty();
        assertThat(Profile.of("p2", buyer, List.of()).accounts())
                .containsExactly("order|pos:shop1|T1", "phone|tea|5f2c");
    }

    private static OrderVersion inRoom(String order) {
        return new OrderVersion("e", order, 1, Fulfilment.CREATED, TEN, null, null, 1L, "room-7", null, null, TEN);
    }

    private static Fragment version(
            long version, Fulfilment fulfilment, @Nullable Long paidAt, @Nullable Long closedAt) {
        return Fragment.of(new OrderVersion(
                "v" + version, ORDER, version, fulfilment, TEN, paidAt, closedAt, 100_00L, null, null, null, TEN));
    }

    private static Fragment said(long version, String currency, boolean hold, boolean refundedInFull) {
        return Fragment.of(new OrderVersion(
                "v" + version,
                ORDER,
                version,
                Fulfilment.PAID,
                TEN,
                TEN,
                null,
                100_00L,
                null,
                null,
                null,
                TEN,
                currency,
                hold,
                refundedInFull));
    }

    private static Order closed(@Nullable Long paidAt, @Nullable Long closedAt) {
        return onlyOrder(Fragment.of(new OrderVersion(
                "e", ORDER, 1, Fulfilment.CLOSED, TEN, paidAt, closedAt, 1_00L, null, null, null, TEN)));
    }

    private static Fragment refund(String id, long version, RefundStatus status, @Nullable Long fen) {
        return Fragment.of(
                new RefundVersion(id + "/" + version, ORDER, "youzan|s|" + id, version, status, fen, null, TEN + HOUR));
    }

    private static Order onlyOrder(Fragment... facts) {
        List<Order> orders = person(facts).orders();
        assertThat(orders).hasSize(1);
        return orders.get(0);
    }

    private static Customer person(Fragment... facts) {
        return Customer.of(Map.of("yz_open_id|s|li", Stream.of(facts).reduce(Fragment.EMPTY, Fragment::merge)));
    }
}
