package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.CouponClaim;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.customer.RefundStatus;
import io.quanyu.domain.customer.RefundVersion;
import io.quanyu.domain.customer.Touch;
import io.quanyu.jobs.Frozen;
import io.quanyu.jobs.identity.Assigned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The operators of the customer job. */
public final class FrozenCustomer {

    private static final String LI = "yz_open_id|youzan:1|yzLI";
    private static final String WANG = "yz_open_id|youzan:1|yzWANG";
    private static final long PAID = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long LATER = PAID + 2 * DAY;

    private FrozenCustomer() {}

    public static Stream<Frozen<?>> operators() {
        return Stream.of(
                new Frozen<>("give-order", Chain::orders, FrozenCustomer::tellAndWait, FrozenCustomer::giveToWang),
                new Frozen<>("contribute-facts", Chain::accounts, FrozenCustomer::actAndWait, FrozenCustomer::move),
                new Frozen<>(
                        "decide-customer",
                        Chain::persons,
                        FrozenCustomer::joinAndWait,
                        FrozenCustomer::refund,
                        List.of(Statements.PROFILE.tag(), Statements.TAGS.tag(), Statements.CREDITS.tag())));
    }

    private static void tellAndWait(KeyedOneInputStreamOperatorTestHarness<String, OrderFact, AccountFact> orders)
            throws Exception {
        orders.processElement(new OrderFact("shop", "youzan|1|E1", LI, "e-order", PAID, Fragment.of(order(1))), 0);
        orders.processWatermark(PAID);
        orders.processElement(new OrderFact("shop", "youzan|1|E1", WANG, "e-moved", LATER, Fragment.of(order(2))), 0);
    }

    private static void giveToWang(KeyedOneInputStreamOperatorTestHarness<String, OrderFact, AccountFact> orders)
            throws Exception {
        orders.processWatermark(LATER);
    }

    private static OrderVersion order(long version) {
        return new OrderVersion(
                "e" + version,
                "youzan|1|E1",
                version,
                Fulfilment.PAID,
                PAID - 1,
                PAID,
                null,
                12_900L,
                null,
                null,
                null,
                PAID);
    }

    private static void actAndWait(
            KeyedTwoInputStreamOperatorTestHarness<String, AccountFact, Assigned, Contribution> accounts)
            throws Exception {
        accounts.processElement2(assigned("p1", PAID, 1), 0);
        accounts.processElement1(new AccountFact("shop", LI, "e1", PAID, everything()), 0);
        accounts.processBothWatermarks(new Watermark(PAID));
        accounts.processElement1(new AccountFact("shop", LI, "e2", LATER, Fragment.ofBrowse(LATER)), 0);
        accounts.processElement2(assigned("p2", LATER, 2), 0);
    }

    private static void move(
            KeyedTwoInputStreamOperatorTestHarness<String, AccountFact, Assigned, Contribution> accounts)
            throws Exception {
        accounts.processBothWatermarks(new Watermark(LATER));
    }

    private static void joinAndWait(
            KeyedTwoInputStreamOperatorTestHarness<String, Contribution, RulesReleased, Void> persons)
            throws Exception {
        persons.processElement1(brought("e1", PAID, 1, everything()), 0);
        persons.processBothWatermarks(new Watermark(PAID));
        persons.processElement1(brought("e2", LATER, 2, Fragment.ofMessage(LATER)), 0);
    }

    private static void refund(
            KeyedTwoInputStreamOperatorTestHarness<String, Contribution, RulesReleased, Void> persons)
            throws Exception {
        var refunded =
                new RefundVersion("e3", "youzan|1|E1", "youzan|1|R1", 2, RefundStatus.SUCCEEDED, 10_000L, LATER, LATER);
        persons.processElement1(brought("e3", LATER, 3, Fragment.of(refunded)), 0);
        persons.processBothWatermarks(new Watermark(LATER));
    }

    /** One of each kind of facts. */
    private static Fragment everything() {
        var order = new OrderVersion(
                "e-order", "youzan|1|E1", 1, Fulfilment.PAID, PAID - 1, PAID, null, 12_900L, "room", null, "浙江", PAID);
        var refund = new RefundVersion(
                "e-refund", "youzan|1|E1", "youzan|1|R1", 1, RefundStatus.SUCCEEDED, 900L, PAID, PAID);
        return Stream.of(
                        Fragment.of(order),
                        Fragment.of(refund),
                        Fragment.of(Touch.ofCode("e-scan", PAID - DAY, "LC-1")),
                        Fragment.of(new CouponClaim("e-coupon", PAID - DAY, null)),
                        Fragment.ofPhone("5f2c", "138****0000"),
                        Fragment.ofMessage(PAID - DAY))
                .reduce(Fragment.EMPTY, Fragment::merge);
    }

    private static Contribution brought(String cause, long at, long sequence, Fragment facts) {
        return new Contribution("shop", "p1", LI, facts, false, at, sequence, cause);
    }

    private static Assigned assigned(String person, long at, long version) {
        return new Assigned("shop", LI, person, null, false, at, version, LI + "@" + version);
    }
}
