package io.quanyu.jobs.channel;

import io.quanyu.domain.attribution.CodeTerm;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * Which channel shows a live code during a time, as defined at one moment. A later version of the same code redefines it.
 *
 * @param code the state that comes back in friend adds
 * @param validFromMillis since when, epoch milliseconds; {@link Long#MIN_VALUE}: ever since
 * @param validUntilMillis until when, itself not included; {@link Long#MAX_VALUE}: for ever
 */
@TypeInfo(RecordType.Factory.class)
public record LiveCodeFact(
        String tenant,
        String eventId,
        long receivedAtMillis,
        String code,
        String channel,
        long version,
        long validFromMillis,
        long validUntilMillis) {

    static final LiveCodeFact NONE = always("", "", 0, "", "", 0);

    /** Of a code that stands for one channel ever since and for ever. */
    static LiveCodeFact always(
            String tenant, String eventId, long receivedAtMillis, String code, String channel, long version) {
        return new LiveCodeFact(
                tenant, eventId, receivedAtMillis, code, channel, version, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** The same definition, judged at another instant. */
    public LiveCodeFact countingFrom(long millis) {
        return new LiveCodeFact(tenant, eventId, millis, code, channel, version, validFromMillis, validUntilMillis);
    }

    CodeTerm term() {
        return new CodeTerm(eventId, version, channel, validFromMillis, validUntilMillis);
    }
}
