package io.quanyu.jobs.kafka;

import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A record of facts, at its place in the history of the clock.
 *
 * @param afterMillis the latest that the clock had said when the record was not there yet, epoch milliseconds; what it says counts from later
 *     on. {@link Long#MIN_VALUE} if the clock had said nothing
 */
@TypeInfo(RecordType.Factory.class)
public record Released(TopicRecord record, long afterMillis) {

    /** When something counts that reached us at an instant: then, or as soon as the clock could know of it. Epoch milliseconds. */
    long dueMillis(long receivedAtMillis) {
        return Math.max(receivedAtMillis, afterMillis == Long.MIN_VALUE ? Long.MIN_VALUE : afterMillis + 1);
    }
}
