package io.quanyu.jobs.customer;

import java.time.Duration;
import java.util.List;

/** Everybody who is known is judged again, a few at a time. */
final class Sweep {

    /** With the pause after it, at most a third of the task's time. */
    private static final long SLICE_NANOS = Duration.ofMillis(2).toNanos();

    static final long PAUSE_MILLIS = 4;

    private final long untilMillis;
    private final List<String> keys;
    private final long begunNanos = System.nanoTime();
    private int done;

    /** Judges one person. */
    @FunctionalInterface
    interface Judge {
        void judge(String key) throws Exception;
    }

    /**
     * Of persons by their keys.
     *
     * @param untilMillis the instant at which the rules took force, epoch milliseconds
     */
    Sweep(long untilMillis, List<String> keys) {
        this.untilMillis = untilMillis;
        this.keys = keys;
    }

    long untilMillis() {
        return untilMillis;
    }

    int size() {
        return keys.size();
    }

    int left() {
        return keys.size() - done;
    }

    boolean isOver() {
        return left() == 0;
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }

    /** Goes on for as long as an event may wait. */
    void slice(Judge judge) throws Exception {
        long end = System.nanoTime() + SLICE_NANOS;
        while (!isOver() && System.nanoTime() < end) {
            judge.judge(keys.get(done));
            done++;
        }
    }
}
