package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What one event says about the account that acted, or that an order which was the account's is another's.
 *
 * @param account the event's subject as {@code type|scope|value}
 * @param receivedAtMillis when the event reached us, epoch milliseconds; it is judged at this instant
 * @param lostOrder key of an order of which the account has nothing from now on; null if it loses none
 */
@TypeInfo(RecordType.Factory.class)
public record AccountFact(
        String tenant,
        String account,
        String eventId,
        long receivedAtMillis,
        Fragment fragment,
        @Nullable String lostOrder) {

    /** What an event says. */
    public AccountFact(String tenant, String account, String eventId, long receivedAtMillis, Fragment fragment) {
        this(tenant, account, eventId, receivedAtMillis, fragment, null);
    }

    /** An order is another's. */
    static AccountFact losing(String tenant, String account, String cause, long atMillis, String order) {
        return new AccountFact(tenant, account, cause, atMillis, Fragment.EMPTY, order);
    }

    AccountFact saying(Fragment other) {
        return new AccountFact(tenant, account, eventId, receivedAtMillis, other, lostOrder);
    }

    OrderFact ofOrder(String order, Fragment told) {
        return new OrderFact(tenant, order, account, eventId, receivedAtMillis, told);
    }

    /** The same fact, judged at another instant. */
    public AccountFact countingFrom(long millis) {
        return new AccountFact(tenant, account, eventId, millis, fragment, lostOrder);
    }
}
