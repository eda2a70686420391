package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.jobs.record.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * State of a person.
 *
 * @param facts by account
 * @param said what was last said of them
 * @param wakeMillis when the next timer is set that looks whether time has changed anything; {@link Long#MAX_VALUE} if none is
 */
@TypeInfo(RecordType.Factory.class)
public record Person(Map<String, Fragment> facts, Said said, long wakeMillis) {

    /** Before anything is known. */
    static Person unknown(String tenant, String oneId) {
        return new Person(Map.of(), Said.nothing(tenant, oneId), Long.MAX_VALUE);
    }

    /** With what accounts bring and take. */
    Person with(List<Contribution> arrived) {
        List<Contribution> inOrder = new ArrayList<>(arrived);
        inOrder.sort(Contribution.IN_ORDER);
        Map<String, Fragment> after = new HashMap<>(facts);
        for (Contribution contribution : inOrder) {
            if (contribution.withdrawn()) {
                after.remove(contribution.account());
            } else {
                Fragment had = after.getOrDefault(contribution.account(), Fragment.EMPTY);
                after.put(
                        contribution.account(),
                        had.without(Set.copyOf(contribution.lostOrders())).merge(contribution.fragment()));
            }
        }
        return new Person(after, said, wakeMillis);
    }

    Person saying(Said now) {
        return new Person(facts, now, wakeMillis);
    }

    Person wakingAt(long millis) {
        return new Person(facts, said, millis);
    }
}
