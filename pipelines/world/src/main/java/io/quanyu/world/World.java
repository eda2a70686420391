package io.quanyu.world;

import io.quanyu.world.truth.Truth;
import io.quanyu.world.truth.Truth.ExpectedAlert;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * A merchant's September 2026: what reaches Quanyu, when, and what is true. A pure function of seed and size.
 */
public final class World {

    /** The merchant. */
    public static final String TENANT = "demo";

    /** First instant of the month, 1 September 2026 00:00 in Asia/Shanghai. */
    public static final Instant START = Instant.parse("2026-08-31T16:00:00Z");

    private static final Instant END = Instant.parse("2026-10-04T16:30:00Z");

    private final List<Arrival> arrivals;
    private final Truth truth;

    private World(List<Arrival> arrivals, Truth truth) {
        this.arrivals = List.copyOf(arrivals);
        this.truth = truth;
    }

    public static World of(long seed, Size size) {
        var chronicle = new Chronicle(seed);
        Town.live(chronicle, seed, size);
        List<ExpectedAlert> alerts = Budget.spend(chronicle, seed);
        int repeats = Mishaps.repeat(chronicle, seed);
        SortedMap<String, Integer> refusals = Mishaps.spoil(chronicle, seed);
        var truth = new Truth(chronicle.people(), refusals, repeats, alerts);
        return new World(chronicle.inOrderOfArrival(), truth);
    }

    /** Every payload in the order in which it arrives. */
    public List<Arrival> arrivals() {
        return arrivals;
    }

    public Truth truth() {
        return truth;
    }

    /** The last instant of the clock: some days after the month, so that what time alone changes can be seen. */
    public Instant end() {
        return END;
    }
}
