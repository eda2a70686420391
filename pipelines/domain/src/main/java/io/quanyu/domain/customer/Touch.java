package io.quanyu.domain.customer;

import java.util.Comparator;

/**
 * A moment in which a channel reached the person: a live-code scan, a friend add with a state, a coupon of a channel.
 *
 * @param id the event id; an add and its read-back share one id, so that they are one touch
 * @param atMillis when, epoch milliseconds
 * @param source who gets the credit: {@code code:<live code state>} or {@code channel:<name>}
 */
public record Touch(String id, long atMillis, String source) implements Comparable<Touch> {

    private static final String CODE = "code:";

    private static final Comparator<Touch> TIME =
            Comparator.comparingLong(Touch::atMillis).thenComparing(Touch::id).thenComparing(Touch::source);

    /** The person met a live code: scanned it, or became a friend through it. */
    public static Touch ofCode(String id, long atMillis, String liveCode) {
        return new Touch(id, atMillis, CODE + liveCode);
    }

    /** The person was reached by a channel that the event names itself. */
    public static Touch ofChannel(String id, long atMillis, String channel) {
        return new Touch(id, atMillis, "channel:" + channel);
    }

    /** The person visited a live room of a platform. */
    public static Touch ofLiveRoom(String id, long atMillis, String platform) {
        return ofChannel(id, atMillis, LiveRooms.channelOf(platform));
    }

    /** Whether a live code has the credit: what that stands for changes in time. */
    public boolean isOfCode() {
        return source.startsWith(CODE);
    }

    @Override
    public int compareTo(Touch other) {
        return TIME.compare(this, other);
    }

    /** The earlier of two contents under one id. */
    Touch earlier(Touch other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
