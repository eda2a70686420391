package io.quanyu.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random facts by seed: few ids, few amounts, instants on whole Shanghai days, so that collisions and ties happen. */
public final class AnyFacts {

    /** First instant that a fact may have, midnight in Shanghai. */
    public static final long FIRST_DAY =
            Instant.parse("2026-01-01T00:00:00+08:00").toEpochMilli();

    public static final long DAY = Duration.ofDays(1).toMillis();

    /** No fact is later than this many days after {@link #FIRST_DAY}. */
    public static final int DAYS = 240;

    private static final long[] FEN = {0, 1, 2, 100_00, 300_00, 550_00, 2_100_00, 5_000_01};

    private final SplittableRandom random;

    public AnyFacts(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public Customer customer() {
        return Customer.of(Map.of("unionid|wx|u", unionOf(fragments(5 + random.nextInt(25)))));
    }

    public List<Fragment> fragments(int count) {
        return IntStream.range(0, count).mapToObj(i -> fragment()).toList();
    }

    public static Fragment unionOf(List<Fragment> fragments) {
        return fragments.stream().reduce(Fragment.EMPTY, Fragment::merge);
    }

    /** Deals facts out to some accounts, in any order, some of them twice. */
    public Customer dealt(List<Fragment> facts) {
        List<Fragment> dealt = new ArrayList<>(facts);
        dealt.addAll(facts.subList(0, facts.size() / 2));
        Collections.shuffle(dealt, new Random(random.nextLong()));
        Map<String, Fragment> accounts = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            accounts.put("yz_open_id|s|" + i, Fragment.EMPTY);
        }
        dealt.forEach(fact -> accounts.merge("yz_open_id|s|" + random.nextInt(3), fact, Fragment::merge));
        return Customer.of(accounts);
    }

    public Fragment fragment() {
        return switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> Fragment.of(order());
            case 4 -> Fragment.of(refund());
            case 5 -> Fragment.of(touch());
            case 6 -> Fragment.of(
                    new CouponClaim("coupon-" + random.nextInt(9), at(), random.nextBoolean() ? "room" : null));
            case 7 -> random.nextBoolean() ? Fragment.ofMessage(at()) : Fragment.ofBrowse(at());
            default -> Fragment.ofPhone("hash-" + random.nextInt(3), "138****000" + random.nextInt(3));
        };
    }

    private OrderVersion order() {
        long at = at();
        return new OrderVersion(
                "order-event-" + random.nextInt(40),
                (random.nextBoolean() ? "douyin" : "youzan") + "|s|" + random.nextInt(6),
                random.nextInt(4),
                any(List.of(Fulfilment.values())),
                maybe(at),
                random.nextInt(4) == 0 ? null : Long.valueOf(at),
                random.nextInt(6) == 0 ? Long.valueOf(at()) : null,
                maybe(FEN[random.nextInt(FEN.length)]),
                random.nextInt(6) == 0 ? "room" : null,
                random.nextInt(6) == 0 ? "lc-" + random.nextInt(3) : null,
                random.nextBoolean() ? "浙江省" : null,
                at);
    }

    private RefundVersion refund() {
        String platform = random.nextBoolean() ? "douyin" : "youzan";
        return new RefundVersion(
                "refund-event-" + random.nextInt(20),
                random.nextInt(8) == 0 ? null : platform + "|s|" + random.nextInt(6),
                platform + "|s|r" + random.nextInt(6),
                random.nextInt(3),
                random.nextInt(3) == 0 ? any(List.of(RefundStatus.values())) : RefundStatus.SUCCEEDED,
                maybe(FEN[random.nextInt(FEN.length)]),
                maybe(at()),
                at());
    }

    private Touch touch() {
        return Touch.ofCode("touch-" + random.nextInt(9), at(), "lc-" + random.nextInt(3));
    }

    private @Nullable Long maybe(long value) {
        return random.nextInt(4) == 0 ? null : Long.valueOf(value);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private long at() {
        return FIRST_DAY + random.nextInt(DAYS) * DAY;
    }
}
