package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.jobs.record.RecordType;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * State of an account: its facts, and the person who has them.
 *
 * @param oneId its person; null before the first assignment
 * @param assignment version of that assignment
 * @param sequence number of its last contribution
 * @param atMillis the latest instant it was handled at, so that contributions never step back in time
 */
@TypeInfo(RecordType.Factory.class)
public record Account(Fragment fragment, @Nullable String oneId, long assignment, long sequence, long atMillis) {

    static final Account UNKNOWN = new Account(Fragment.EMPTY, null, Long.MIN_VALUE, 0, Long.MIN_VALUE);

    boolean hasFacts() {
        return !fragment.equals(Fragment.EMPTY);
    }

    /** Whether these facts, which contain its own, are no more than its own. */
    boolean knows(Fragment facts) {
        return fragment.equals(facts);
    }

    Account at(long millis) {
        return new Account(fragment, oneId, assignment, sequence, Math.max(atMillis, millis));
    }

    Account of(String person, long version) {
        return new Account(fragment, person, version, sequence, atMillis);
    }

    Account with(List<AccountFact> facts) {
        Fragment after = fragment;
        for (AccountFact fact : facts) {
            String lost = fact.lostOrder();
            after = lost == null ? after.merge(fact.fragment()) : after.without(Set.of(lost));
        }
        return new Account(after, oneId, assignment, sequence, atMillis);
    }

    Account next() {
        return new Account(fragment, oneId, assignment, sequence + 1, atMillis);
    }
}
