package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityFacts;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.identity.Resolution;
import io.quanyu.domain.identity.Resolve;
import io.quanyu.domain.identity.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A merchant's identity graph made from a seed: chains, stars, cliques, shared phones, conflicting unionids, orders, claims, hints,
 * parcels for others, masked and unscoped ids, retractions, blocks and their withdrawal. Each graph is a tenant of its own.
 */
final class AnyGraph {

    static final long START = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    static final long MINUTE = Duration.ofMinutes(1).toMillis();
    static final int MINUTES = 200;

    /** After everything in graphs of hours. */
    static final long NEXT_DAY = START + Duration.ofDays(1).toMillis();

    /** After everything in graphs of years, when the phones of the first of them have expired. */
    static final long YEARS_LATER = START + Duration.ofDays(900).toMillis();

    private final Random random;
    private final String tenant;
    private final List<EvidenceSeen> evidence = new ArrayList<>();
    private final List<RulingSeen> rulings = new ArrayList<>();
    private final boolean overYears;
    private int events;

    private AnyGraph(long seed) {
        this.random = new Random(seed);
        this.tenant = "t" + seed;
        this.overYears = random.nextInt(4) == 0;
    }

    static AnyGraph of(long seed) {
        var graph = new AnyGraph(seed);
        int parts = 1 + graph.random.nextInt(4);
        for (int part = 0; part < parts; part++) {
            graph.addPart();
        }
        graph.addNoise();
        graph.addRulings();
        return graph;
    }

    String tenant() {
        return tenant;
    }

    /** The facts as they may arrive: any order, some of them twice. */
    List<Step> arrival(Random order) {
        List<Step> steps = new ArrayList<>();
        evidence.forEach(seen -> steps.add(Step.of(seen)));
        rulings.forEach(ruling -> steps.add(Step.of(ruling)));
        List<Step> repeated = List.copyOf(steps);
        repeated.stream().filter(step -> order.nextInt(5) == 0).forEach(steps::add);
        Collections.shuffle(steps, order);
        return steps;
    }

    /** When all its facts have come. */
    long endMillis() {
        return overYears ? YEARS_LATER : NEXT_DAY;
    }

    /** What the oracle says in the end. */
    Resolution resolution() {
        List<Evidence> all =
                evidence.stream().flatMap(seen -> seen.evidence().stream()).toList();
        List<Ruling> ruled = rulings.stream().map(RulingSeen::ruling).toList();
        return Resolve.resolve(IdentityFacts.of(all, ruled), IdentityPolicy.standard(), endMillis());
    }

    /** All ties of two identifiers, whatever became of them. */
    List<Evidence> ties() {
        return evidence.stream()
                .flatMap(seen -> seen.evidence().stream())
                .filter(tie -> !tie.isSighting())
                .toList();
    }

    private void addPart() {
        switch (random.nextInt(6)) {
            case 0 -> addChain(2 + random.nextInt(10));
            case 1 -> addStar(2 + random.nextInt(10));
            case 2 -> addClique(2 + random.nextInt(4));
            case 3 -> addSharedPhone(3 + random.nextInt(6));
            case 4 -> addUnionids();
            default -> addOrders(1 + random.nextInt(5));
        }
    }

    private void addChain(int length) {
        for (int i = 0; i < length; i++) {
            tie(account(i), account(i + 1), random.nextInt(4) == 0 ? "claim" : "self");
        }
    }

    private void addStar(int rays) {
        for (int i = 1; i <= rays; i++) {
            tie(account(0), account(i), "member");
        }
    }

    private void addClique(int size) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                tie(account(20 + i), account(20 + j), "claim");
            }
        }
    }

    private void addSharedPhone(int accounts) {
        Identifier phone = phone(random.nextInt(2));
        for (int i = 0; i < accounts; i++) {
            tie(account(30 + i), phone, random.nextInt(5) == 0 ? "remark-phone" : "buyer-phone");
        }
    }

    private void addUnionids() {
        Identifier phone = phone(2);
        for (int i = 0; i < 2; i++) {
            tie(contact(i), new Identifier("unionid", "open", "u" + i), "unionid");
            tie(contact(i), phone, "remark-phone");
        }
        tie(account(random.nextInt(12)), new Identifier("unionid", "open", "u" + random.nextInt(2)), "unionid");
    }

    private void addOrders(int orders) {
        for (int i = 0; i < orders; i++) {
            tie(account(random.nextInt(12)), order(i), "order-of");
            tie(account(random.nextInt(12)), phone(random.nextInt(3)), "buyer-phone");
        }
        tie(contact(random.nextInt(3)), order(random.nextInt(orders)), "claim");
    }

    private void addNoise() {
        for (int i = random.nextInt(8); i > 0; i--) {
            Identifier one = any();
            Identifier other = any();
            String rule = List.of("receiver-phone", "household", "gossip", "platform-index", "claim", "payer")
                    .get(random.nextInt(6));
            tie(one, other, rule);
        }
        if (random.nextInt(3) == 0) {
            tie(any(), new Identifier("phone", tenant, "138****0000"), "buyer-phone");
            tie(any(), new Identifier("member_id", "", "7"), "member");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            sight(any());
        }
    }

    private void addRulings() {
        for (int i = random.nextInt(5); i > 0; i--) {
            Evidence any =
                    evidence.get(random.nextInt(evidence.size())).evidence().get(0);
            switch (random.nextInt(3)) {
                case 0 -> rule(Ruling.Kind.RETRACT, any.key());
                case 1 -> rule(Ruling.Kind.BLOCK, any.left().text());
                default -> {
                    String identifier = any.right().text();
                    rule(Ruling.Kind.BLOCK, identifier);
                    rule(Ruling.Kind.UNBLOCK, identifier);
                }
            }
        }
    }

    private void tie(Identifier one, Identifier other, String rule) {
        long at = instant();
        long platformSaid = at - events % 7 * MINUTE;
        String event = nextEvent();
        evidence.add(
                new EvidenceSeen(tenant, event, at, List.of(new Evidence(one, other, rule, at, platformSaid, event))));
    }

    private void sight(Identifier identifier) {
        long at = instant();
        String event = nextEvent();
        evidence.add(new EvidenceSeen(tenant, event, at, List.of(Evidence.sighting(identifier, at, event))));
    }

    private void rule(Ruling.Kind kind, String target) {
        rulings.add(new RulingSeen(tenant, new Ruling(kind, target, instant(), nextEvent())));
    }

    private Identifier any() {
        return switch (random.nextInt(5)) {
            case 0 -> contact(random.nextInt(3));
            case 1 -> order(random.nextInt(3));
            case 2 -> phone(random.nextInt(3));
            case 3 -> new Identifier("payment", "wxpay", "pay" + random.nextInt(2));
            default -> account(random.nextInt(12));
        };
    }

    private static Identifier account(int number) {
        return new Identifier("yz_open_id", "youzan:1", "yz" + number);
    }

    private static Identifier contact(int number) {
        return new Identifier("external_userid", "corp", "wm" + number);
    }

    private static Identifier order(int number) {
        return new Identifier("order", "youzan:1", "E" + number);
    }

    private Identifier phone(int number) {
        return new Identifier("phone", tenant, "p" + number);
    }

    /** Mostly within some hours; in some graphs years apart, so that phones expire. */
    private long instant() {
        long years = overYears ? random.nextInt(3) : 0;
        return START
                + random.nextInt(MINUTES) * MINUTE
                + years * Duration.ofDays(400).toMillis();
    }

    private String nextEvent() {
        return "e" + events++;
    }
}
