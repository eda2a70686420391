package io.quanyu.local.process;

/**
 * What a platform knows of one of its servers.
 *
 * @param name what people call it, for example {@code Kafka}
 * @param sinceMillis when the state began, epoch milliseconds
 * @param restarts how often it has been started again
 * @param lastEnd why it ended last; empty if it never did
 */
public record ServerReport(String name, State state, long sinceMillis, int restarts, String lastEnd) {

    /** What a server does. */
    public enum State {

        /** It answers. */
        RUNS,

        /** It was started again and does not answer yet. */
        STARTS,

        /** It has ended, and is started again after a pause. */
        DEAD,

        /** It was ended because it must not write, and is started again when it may. */
        STANDS
    }

    public boolean runs() {
        return state == State.RUNS;
    }
}
