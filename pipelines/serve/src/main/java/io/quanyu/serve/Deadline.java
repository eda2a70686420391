package io.quanyu.serve;

import java.time.Duration;

/** The end of a command's patience, by the machine's running time. */
record Deadline(long nanoTime) {

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - nanoTime >= 0;
    }
}
