package io.quanyu.world;

import io.quanyu.world.desk.Broken;
import java.util.SortedMap;
import java.util.TreeMap;

/** What goes wrong on the way: deliveries that come twice, and payloads that nobody could read. */
final class Mishaps {

    private static final double REPEATED = 0.02;
    private static final int ONE_BROKEN_IN = 100;

    private final Chronicle chronicle;
    private final long seed;
    private final SortedMap<String, Integer> refusals = new TreeMap<>();

    private Mishaps(Chronicle chronicle, long seed) {
        this.chronicle = chronicle;
        this.seed = seed;
    }

    /** Sends some payloads a second time, minutes or hours later, and says how many. */
    static int repeat(Chronicle chronicle, long seed) {
        int sent = chronicle.size();
        int repeats = 0;
        for (int index = 0; index < sent; index++) {
            var dice = Dice.of(seed, "repeat", index);
            if (dice.chance(REPEATED)) {
                chronicle.send(later(chronicle.sent(index), dice.millis(Moments.MINUTE, 6 * Moments.HOUR)));
                repeats++;
            }
        }
        return repeats;
    }

    private static Arrival later(Arrival first, long delay) {
        long receivedAt = Math.min(first.receivedAtMillis() + delay, Chronicle.CLOSING);
        return new Arrival(
                first.source(),
                first.tenant(),
                first.shop(),
                first.api(),
                first.columnMap(),
                receivedAt,
                first.key(),
                first.text());
    }

    /** Sends payloads that must be refused, and says how many for which reason. */
    static SortedMap<String, Integer> spoil(Chronicle chronicle, long seed) {
        var mishaps = new Mishaps(chronicle, seed);
        int broken = Math.max(10, chronicle.size() / ONE_BROKEN_IN);
        for (int number = 0; number < broken; number++) {
            mishaps.spoil(number);
        }
        return mishaps.refusals;
    }

    private void spoil(int number) {
        var dice = Dice.of(seed, "broken", number);
        Broken broken = Broken.of(number, dice.waking(dice.between(1, 30)));
        refusals.merge(broken.reason(), 1, Integer::sum);
        chronicle.send(broken.arrival());
    }
}
