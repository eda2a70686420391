package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.customer.RefundStatus;
import io.quanyu.domain.customer.RefundVersion;
import io.quanyu.domain.customer.Touch;
import io.quanyu.jobs.identity.Assigned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A month of a merchant whose orders are told by whoever comes: two buyers, a friend who paid, nobody (thin pushes); closed, reopened and closed
 * again, on hold, in dollars, refunded by cases, by their own word or without an order; while accounts join and part.
 */
record MerchantMonth(List<OrderVersion> versions, List<RefundVersion> refunds, List<Object> arrivals) {

    static final long FIRST = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    static final long END = FIRST + Duration.ofDays(400).toMillis();

    private static final String SHOP = "shop";
    private static final int ORDERS = 6;
    private static final List<Fulfilment> STATES = List.of(Fulfilment.values());
    private static final long HOUR = Duration.ofHours(1).toMillis();

    static MerchantMonth of(long seed) {
        var random = new SplittableRandom(seed);
        var month = new MerchantMonth(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < 40; i++) {
            month.addOrder(i, random);
        }
        for (int i = 0; i < 15; i++) {
            month.addRefund(i, random);
        }
        for (int i = 0; i < 10; i++) {
            String code = "LC-" + random.nextInt(3);
            month.add("t" + i, account(random), Fragment.of(Touch.ofCode("t" + i, instant(random), code)), random);
        }
        for (int account = 0; account < 5; account++) {
            month.addPersons(account(account), random);
        }
        for (int order = 0; order < ORDERS; order++) {
            month.addPersons(itself(order), random);
        }
        return month;
    }

    /** The subject that told a version or a refund. */
    String subjectOf(String eventId) {
        for (Object arrival : arrivals) {
            if (arrival instanceof AccountFact fact && fact.eventId().equals(eventId)) {
                return fact.account();
            }
        }
        throw new IllegalArgumentException("Nobody told " + eventId);
    }

    /** The person of a subject in the end. */
    String personOf(String subject) {
        String person = "";
        for (Object arrival : arrivals) {
            if (arrival instanceof Assigned assigned && assigned.identifier().equals(subject)) {
                person = assigned.oneId();
            }
        }
        return person;
    }

    private void addOrder(int number, SplittableRandom random) {
        int order = random.nextInt(ORDERS);
        var version = new OrderVersion(
                "v" + number,
                "pos|s|" + order,
                number,
                STATES.get(random.nextInt(STATES.size())),
                perhaps(random, instant(random)),
                perhaps(random, instant(random)),
                random.nextInt(3) == 0 ? instant(random) : null,
                perhaps(random, (long) random.nextInt(1_000_000)),
                null,
                random.nextInt(8) == 0 ? "LC-9" : null,
                null,
                instant(random),
                random.nextInt(10) == 0 ? "USD" : "",
                flag(random, 8),
                flag(random, 8));
        versions.add(version);
        String subject = random.nextInt(3) == 0 ? itself(order) : account(random);
        add("v" + number, subject, Fragment.of(version), random);
    }

    private void addRefund(int number, SplittableRandom random) {
        var refund = new RefundVersion(
                "r" + number,
                random.nextInt(4) == 0 ? null : "pos|s|" + random.nextInt(ORDERS),
                "pos|s|R" + number,
                1,
                random.nextInt(4) == 0 ? RefundStatus.REFUNDING : RefundStatus.SUCCEEDED,
                (long) random.nextInt(600_000),
                perhaps(random, instant(random)),
                instant(random),
                random.nextInt(10) == 0 ? "USD" : "");
        refunds.add(refund);
        add("r" + number, account(random), Fragment.of(refund), random);
    }

    private void add(String event, String subject, Fragment fragment, SplittableRandom random) {
        arrivals.add(new AccountFact(SHOP, subject, event, instant(random), fragment));
    }

    private void addPersons(String identifier, SplittableRandom random) {
        long at = FIRST;
        for (int version = 1; version <= 3; version++) {
            arrivals.add(new Assigned(
                    SHOP, identifier, "p" + random.nextInt(4), null, false, at, version, identifier + "@" + version));
            at += random.nextLong(10) * 24 * HOUR;
        }
    }

    private static <T> @Nullable T perhaps(SplittableRandom random, T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private static @Nullable Boolean flag(SplittableRandom random, int seldom) {
        return random.nextInt(3) == 0 ? null : (Boolean) (random.nextInt(seldom) == 0);
    }

    private static long instant(SplittableRandom random) {
        return FIRST + random.nextLong(30 * 24) * HOUR;
    }

    private static String account(SplittableRandom random) {
        return account(random.nextInt(5));
    }

    private static String account(int number) {
        return "pos_member|pos:s|m" + number;
    }

    private static String itself(int order) {
        return "order|pos:s|" + order;
    }
}
