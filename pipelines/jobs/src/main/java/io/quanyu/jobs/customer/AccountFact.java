package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What one event says about the account that acted.
 *
 * @param account the event's subject as {@code type|scope|value}
 * @param receivedAtMillis when the event reached us, epoch milliseconds; it is judged at this instant
 */
@TypeInfo(RecordType.Factory.class)
public record AccountFact(String tenant, String account, String eventId, long receivedAtMillis, Fragment fragment) {

    /** The same fact, judged at another instant. */
    public AccountFact countingFrom(long millis) {
        return new AccountFact(tenant, account, eventId, millis, fragment);
    }
}
