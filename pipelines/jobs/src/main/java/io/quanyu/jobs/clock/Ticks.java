package io.quanyu.jobs.clock;

/** How promptly what a tick of the clock releases goes on. */
public final class Ticks {

    /**
     * How long a record may wait in a buffer on its way to an assignment, milliseconds: it goes at once. There are about eight shuffles; to let records
     * wait a little costs a thread for each exchange that wakes up this often, whether there are any or not, and a receiver that is busy gets them
     * together anyway.
     */
    public static final long PROMPT_MILLIS = 0;

    private Ticks() {}
}
