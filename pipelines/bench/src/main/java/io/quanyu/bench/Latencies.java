package io.quanyu.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations in milliseconds, for their percentiles. Not for several threads. */
final class Latencies {

    private static final int FIRST_CAPACITY = 1 << 12;
    private static final double HUNDRED = 100;

    private long[] millis = new long[FIRST_CAPACITY];
    private int size;

    void add(long duration) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, 2 * size);
        }
        millis[size] = duration;
        size++;
    }

    int size() {
        return size;
    }

    /** The least duration that so many percent do not exceed; 0 if there is none at all. */
    long percentile(double percent) {
        if (size == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(millis, size);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / HUNDRED * size);
        return sorted[Math.max(0, rank - 1)];
    }

    /** Cells of a row: how many, median, 99th percentile, longest. */
    String cells() {
        return String.format(
                Locale.ROOT, "%,d | %,d | **%,d** | %,d", size, percentile(50), percentile(99), percentile(HUNDRED));
    }
}
