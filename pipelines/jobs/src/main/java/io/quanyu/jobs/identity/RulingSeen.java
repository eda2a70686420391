package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Ruling;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A ruling that reached us. Which ruling counts follows from when it was decided, since when it counts from when it was
 * received; so the order of arrival changes history, never the outcome.
 *
 * @param receivedAtMillis when its event reached us, epoch milliseconds; it is judged at this instant
 */
@TypeInfo(RecordType.Factory.class)
public record RulingSeen(String tenant, Ruling ruling, long receivedAtMillis) {

    /** A ruling that was received when it was decided. */
    public RulingSeen(String tenant, Ruling ruling) {
        this(tenant, ruling, ruling.atMillis());
    }

    /** The same ruling, judged at another instant. */
    public RulingSeen countingFrom(long millis) {
        return new RulingSeen(tenant, ruling, millis);
    }
}
