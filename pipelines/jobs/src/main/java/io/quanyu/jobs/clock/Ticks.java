package io.quanyu.jobs.clock;

/** How promptly what a tick of the clock releases goes on. */
public final class Ticks {

    /**
     * How long a record may wait in a buffer on its way to an assignment, milliseconds. There are about eight shuffles; each
     * that is prompt costs a thread that wakes up this often, so others wait as long as Flink lets them.
     */
    public static final long PROMPT_MILLIS = 20;

    private Ticks() {}
}
