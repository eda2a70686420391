package io.quanyu.world;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that depends on nothing but the seed and the purpose it is drawn for, so that one draw more moves no other. */
public final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice of(long seed, String purpose, long number) {
        return new Dice(new SplittableRandom((seed * GOLDEN + purpose.hashCode()) * GOLDEN + number));
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number, both ends included. */
    public int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    double between(double from, double to) {
        return random.nextDouble(from, to);
    }

    public long millis(long from, long to) {
        return random.nextLong(from, to + 1);
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** A moment of the day at which people are awake and shopping. */
    long waking(int day) {
        return Moments.at(day, between(8 * 3600 + 1800, 23 * 3600));
    }
}
