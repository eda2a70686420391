package io.quanyu.serve.ask.platform;

import java.time.Duration;

/** The end of a command's patience, by the machine's running time. */
public record Deadline(long nanoTime) {

    public static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    public boolean isOver() {
        return System.nanoTime() - nanoTime >= 0;
    }
}
