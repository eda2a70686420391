package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.OrderOwner;
import io.quanyu.jobs.record.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * State of an order.
 *
 * @param told what its events say of it, by their subjects
 * @param owner who has it; null as long as nothing but refunds is told
 * @param atMillis the latest instant it was handled at, so that it never steps back in time
 */
@TypeInfo(RecordType.Factory.class)
public record ToldOrder(Map<String, Fragment> told, @Nullable String owner, long atMillis) {

    static final ToldOrder UNKNOWN = new ToldOrder(Map.of(), null, Long.MIN_VALUE);

    ToldOrder with(List<OrderFact> facts, long millis) {
        Map<String, Fragment> after = new HashMap<>(told);
        facts.forEach(fact -> after.merge(fact.subject(), fact.fragment(), Fragment::merge));
        return new ToldOrder(after, OrderOwner.of(after).orElse(null), Math.max(atMillis, millis));
    }

    /** All that is told, whoever told it. */
    Fragment whole() {
        return told.values().stream().reduce(Fragment.EMPTY, Fragment::merge);
    }
}
