package io.quanyu.jobs.channel;

import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * Which channel shows a live code, as defined at one moment. A later version of the same code redefines it.
 *
 * @param code the state that comes back in friend adds
 */
@TypeInfo(RecordType.Factory.class)
public record LiveCodeFact(
        String tenant, String eventId, long receivedAtMillis, String code, String channel, long version) {

    /** The same definition, judged at another instant. */
    public LiveCodeFact countingFrom(long millis) {
        return new LiveCodeFact(tenant, eventId, millis, code, channel, version);
    }
}
