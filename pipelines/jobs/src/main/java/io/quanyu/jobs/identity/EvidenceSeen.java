package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.jobs.record.RecordType;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What one event says about who is who.
 *
 * @param eventId id of the event; with {@code receivedAtMillis} it orders the facts of a tenant
 * @param receivedAtMillis when the event reached us, epoch milliseconds
 */
@TypeInfo(RecordType.Factory.class)
public record EvidenceSeen(String tenant, String eventId, long receivedAtMillis, List<Evidence> evidence) {

    /** The same evidence, judged at another instant. */
    public EvidenceSeen countingFrom(long millis) {
        return new EvidenceSeen(tenant, eventId, millis, evidence);
    }
}
