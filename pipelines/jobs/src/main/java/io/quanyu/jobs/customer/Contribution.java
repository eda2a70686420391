package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.jobs.record.RecordType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What an account brings to a person, or that it leaves the person with all it brought.
 *
 * @param oneId the person
 * @param account as {@code type|scope|value}
 * @param fragment facts to merge into what the account has brought before; {@link Fragment#EMPTY} if withdrawn
 * @param withdrawn true if the account leaves
 * @param lostOrders keys of orders of which the account has nothing any more, but for what {@code fragment} says of them
 * @param atMillis the instant at which it counts, never before that of an earlier contribution of the account
 * @param sequence grows with each contribution of the account
 * @param cause ids of the events or of the assignment behind it
 */
@TypeInfo(RecordType.Factory.class)
public record Contribution(
        String tenant,
        String oneId,
        String account,
        Fragment fragment,
        boolean withdrawn,
        long atMillis,
        long sequence,
        String cause,
        List<String> lostOrders) {

    /** Nothing, from nobody. */
    static final Contribution NOTHING =
            new Contribution("", "", "", Fragment.EMPTY, false, Long.MIN_VALUE, 0, "", List.of());

    /** Of an account that has lost no order. */
    Contribution(
            String tenant,
            String oneId,
            String account,
            Fragment fragment,
            boolean withdrawn,
            long atMillis,
            long sequence,
            String cause) {
        this(tenant, oneId, account, fragment, withdrawn, atMillis, sequence, cause, List.of());
    }

    /** The order in which contributions of one instant are applied: an account's own contributions as it sent them. */
    static final Comparator<Contribution> IN_ORDER =
            Comparator.comparing(Contribution::account).thenComparingLong(Contribution::sequence);

    /** The account brings facts to its person. */
    static Contribution bringing(String tenant, String account, Account state, Fragment facts, String cause) {
        return of(tenant, account, state, facts, false, cause, Set.of());
    }

    /** The account brings facts, and has lost orders. */
    static Contribution changing(
            String tenant, String account, Account state, Fragment facts, Set<String> lostOrders, String cause) {
        return of(tenant, account, state, facts, false, cause, lostOrders);
    }

    /** The account leaves its person. */
    static Contribution leaving(String tenant, String account, Account state, String cause) {
        return of(tenant, account, state, Fragment.EMPTY, true, cause, Set.of());
    }

    private static Contribution of(
            String tenant,
            String account,
            Account state,
            Fragment facts,
            boolean withdrawn,
            String cause,
            Set<String> lostOrders) {
        String person = Objects.requireNonNull(state.oneId());
        return new Contribution(
                tenant,
                person,
                account,
                facts,
                withdrawn,
                state.atMillis(),
                state.sequence(),
                cause,
                List.copyOf(lostOrders));
    }
}
