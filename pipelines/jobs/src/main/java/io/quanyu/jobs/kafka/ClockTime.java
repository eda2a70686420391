package io.quanyu.jobs.kafka;

import io.quanyu.contract.ClockTopic;

/** Whose time the ticks of the clock say. */
public enum ClockTime {

    /** That of machines: a tick that says a later time than when it was written is somebody's mistake, and counts for nothing. */
    LIVE,

    /** That of a play, such as a demo or a story: ticks say whatever time it is in it. */
    VIRTUAL;

    /**
     * Whether a tick counts.
     *
     * @param millis what time it says, epoch milliseconds
     * @param writtenAtMillis when Kafka says that it was written, epoch milliseconds
     */
    public boolean takes(long millis, long writtenAtMillis) {
        return this == VIRTUAL || !ClockTopic.isAhead(millis, writtenAtMillis);
    }
}
