package io.quanyu.jobs.clock;

/** How promptly what a tick of the clock releases goes on. */
public final class Ticks {

    /**
     * How long a record may wait in a buffer on its way to an assignment, milliseconds: it goes at once. There are about eight shuffles; to let records
     * wait a little costs a thread for each exchange that wakes up this often, whether there are any or not, and a receiver that is busy gets them
     * together anyway.
     */
    public static final long PROMPT_MILLIS = 0;

    /** How long any other record may wait: on its way into the lake, which shows it with the next checkpoint, and to the figures of channels. */
    public static final long PATIENT_MILLIS = 500;

    private Ticks() {}
}
