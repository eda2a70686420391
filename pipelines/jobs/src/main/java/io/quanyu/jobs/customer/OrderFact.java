package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What one event says about an order.
 *
 * @param order its key, {@code platform|shop|order_id}
 * @param subject whom the event names: an account, or the order itself, as {@code type|scope|value}
 * @param receivedAtMillis when the event reached us, epoch milliseconds; it is judged at this instant
 * @param fragment the event's version of the order or of a refund; with all else that it says if it names no account
 */
@TypeInfo(RecordType.Factory.class)
public record OrderFact(
        String tenant, String order, String subject, String eventId, long receivedAtMillis, Fragment fragment) {

    AccountFact of(String account) {
        return new AccountFact(tenant, account, eventId, receivedAtMillis, fragment);
    }
}
