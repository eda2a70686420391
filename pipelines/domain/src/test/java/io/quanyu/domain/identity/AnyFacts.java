package io.quanyu.domain.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small random worlds, dense enough that phones are shared, limits are hit and times tie. */
final class AnyFacts {

    static final long DAY = Duration.ofDays(1).toMillis();
    static final int LAST_DAY = 900;

    private static final List<String> RULES = List.of(
            "self",
            "unionid",
            "order-of",
            "payer",
            "claim",
            "buyer-phone",
            "buyer-phone",
            "buyer-phone",
            "buyer-phone",
            "remark-phone",
            "remark-phone",
            "platform-index",
            "platform-index",
            "receiver-phone",
            "household",
            "operator-join",
            "gossip");

    private static final List<Identifier> NOBODY = List.of();

    private final SplittableRandom random;
    private final List<Identifier> persons;
    private final List<Identifier> ties;

    AnyFacts(SplittableRandom random, String world) {
        this.random = random;
        this.persons = Stream.of(
                        some(2 + random.nextInt(2), "external_userid", world),
                        some(2, "unionid", world),
                        some(1, "unionid", "vendor-" + world),
                        some(2 + random.nextInt(7), "yz_open_id", world),
                        some(1 + random.nextInt(2), "pos_member", world),
                        random.nextInt(4) == 0 ? List.of(new Identifier("unionid", world, "NULL ")) : NOBODY)
                .flatMap(List::stream)
                .toList();
        this.ties = Stream.of(
                        some(2, "phone", world),
                        some(2, "order", world),
                        some(1, "visit", world),
                        some(1, "payment", world))
                .flatMap(List::stream)
                .toList();
    }

    /** The caps are low in many worlds, so that they matter there. */
    static IdentityPolicy policy(SplittableRandom random) {
        IdentityPolicy standard = IdentityPolicy.standard();
        var types = new HashMap<>(standard.types());
        if (random.nextBoolean()) {
            types.put("phone", new IdentityPolicy.Type(false, 1, 2, IdentityPolicy.UNLIMITED, 1, false));
            types.put("yz_open_id", new IdentityPolicy.Type(true, 0, IdentityPolicy.UNLIMITED, 2));
        }
        int componentAccounts = random.nextInt(3) == 0 ? 3 : IdentityPolicy.COMPONENT_ACCOUNTS;
        int publicAccounts = random.nextInt(3) == 0 ? 4 : IdentityPolicy.PUBLIC_ACCOUNTS;
        return withCaps(types, componentAccounts, publicAccounts);
    }

    static IdentityPolicy withComponentAccounts(IdentityPolicy policy, int most) {
        return withCaps(policy.types(), most, policy.publicAccounts());
    }

    static IdentityPolicy withPublicAccounts(IdentityPolicy policy, int most) {
        return withCaps(policy.types(), policy.componentAccounts(), most);
    }

    private static IdentityPolicy withCaps(
            Map<String, IdentityPolicy.Type> types, int componentAccounts, int publicAccounts) {
        IdentityPolicy standard = IdentityPolicy.standard();
        return new IdentityPolicy(
                standard.rules(),
                types,
                standard.otherTypes(),
                standard.placeholders(),
                componentAccounts,
                publicAccounts);
    }

    List<Evidence> evidence() {
        return IntStream.range(0, 5 + random.nextInt(30)).mapToObj(i -> one()).toList();
    }

    Evidence one() {
        Identifier person = anyOf(persons);
        long first = random.nextInt(12) * 75L * DAY;
        String event = "e" + random.nextInt(4);
        if (random.nextInt(6) == 0) {
            return Evidence.sighting(person, first, event);
        }
        Identifier other = random.nextInt(3) > 0 ? anyOf(ties) : anyOf(persons);
        return new Evidence(person, other, anyOf(RULES), first, first + random.nextInt(3) * 100L * DAY, event);
    }

    Identifier identifier() {
        return random.nextInt(3) > 0 ? anyOf(ties) : anyOf(persons);
    }

    long instant() {
        return random.nextInt(LAST_DAY) * DAY;
    }

    /** A sighting of each end. */
    static List<Evidence> untied(Evidence one) {
        return List.of(
                Evidence.sighting(one.left(), one.firstSeenMillis(), one.sourceEvent()),
                Evidence.sighting(one.right(), one.firstSeenMillis(), one.sourceEvent()));
    }

    <T> List<T> shuffled(List<T> items) {
        List<T> left = new ArrayList<>(items);
        List<T> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(random.nextInt(left.size())));
        }
        return shuffled;
    }

    <T> T anyOf(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private static List<Identifier> some(int count, String type, String scope) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Identifier(type, scope, "abcdefghij".substring(i, i + 1)))
                .toList();
    }
}
