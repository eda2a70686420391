package io.quanyu.jobs.customer;

import io.quanyu.domain.attribution.Attribution;
import io.quanyu.domain.attribution.AttributionPolicy;
import io.quanyu.domain.attribution.Credit;
import io.quanyu.domain.customer.CouponClaim;
import io.quanyu.domain.customer.Customer;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A random past of a few accounts that move between a few persons; few instants, so that many things share one. */
record History(List<AccountFact> facts, List<Assigned> assignments) {

    static final long FIRST = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = 24 * HOUR;

    private static final String SHOP = "shop";

    static History of(long seed) {
        var random = new SplittableRandom(seed);
        List<AccountFact> facts = new ArrayList<>();
        List<Assigned> assignments = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            long at = FIRST + random.nextInt(40) * DAY;
            facts.add(new AccountFact(SHOP, account(random.nextInt(4)), "e" + i, at, fragment(i, at, random)));
        }
        for (int account = 0; account < 4; account++) {
            long at = FIRST;
            for (int version = 1; version <= 5; version++) {
                assignments.add(new Assigned(
                        SHOP,
                        account(account),
                        "p" + random.nextInt(3),
                        null,
                        false,
                        at,
                        version,
                        account(account) + "@" + version));
                at += random.nextInt(12) * DAY;
            }
        }
        return new History(facts, assignments);
    }

    /** What the ledger has to add up to, by (order, model, source, day). */
    Map<CreditKey, Long> creditsInTheEnd() {
        Map<String, String> persons = new HashMap<>();
        assignments.forEach(assigned -> persons.put(assigned.identifier(), assigned.oneId()));
        Map<String, String> owners = owners();
        Map<String, Map<String, Fragment>> facts = new TreeMap<>();
        for (AccountFact fact : this.facts) {
            String account = fact.account();
            for (String order : fact.fragment().toldOrders()) {
                account = owners.getOrDefault(order, "nobody");
            }
            facts.computeIfAbsent(persons.getOrDefault(account, "nobody"), person -> new HashMap<>())
                    .merge(account, fact.fragment(), Fragment::merge);
        }
        Map<CreditKey, Long> credits = new TreeMap<>();
        for (Map<String, Fragment> person : facts.values()) {
            for (Credit credit : Attribution.credits(Customer.of(person), AttributionPolicy.standard())) {
                credits.merge(CreditKey.of(credit), credit.fen(), Math::addExact);
            }
        }
        return credits;
    }

    /** Of each order the account that told its newest version. */
    private Map<String, String> owners() {
        Map<String, Long> newest = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        for (AccountFact fact : facts) {
            for (OrderVersion version : fact.fragment().orders().values()) {
                if (version.version() >= newest.getOrDefault(version.order(), Long.MIN_VALUE)) {
                    newest.put(version.order(), version.version());
                    owners.put(version.order(), fact.account());
                }
            }
        }
        return owners;
    }

    private static String account(int number) {
        return "yz_open_id|youzan:1|a" + number;
    }

    private static Fragment fragment(int number, long at, SplittableRandom random) {
        String order = "youzan|1|" + random.nextInt(5);
        String id = "e" + number;
        return switch (random.nextInt(6)) {
            case 0, 1 -> Fragment.of(new OrderVersion(
                    id,
                    order,
                    number,
                    Fulfilment.PAID,
                    at,
                    at,
                    null,
                    100L + random.nextInt(900_000),
                    null,
                    null,
                    null,
                    at));
            case 2 -> Fragment.of(new RefundVersion(
                    id, order, "youzan|1|r" + number, 1, RefundStatus.SUCCEEDED, 1L + random.nextInt(90_000), at, at));
            case 3 -> Fragment.of(Touch.ofCode(id, at - random.nextInt(3) * HOUR, "LC-" + random.nextInt(3)));
            case 4 -> Fragment.of(new CouponClaim(id, at, "room"));
            default -> Fragment.ofMessage(at);
        };
    }
}
