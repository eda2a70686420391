package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.jobs.record.RecordType;
import java.util.Comparator;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What an account brings to a person, or that it leaves the person with all it brought.
 *
 * @param oneId the person
 * @param account as {@code type|scope|value}
 * @param fragment facts to merge into what the account has brought before; {@link Fragment#EMPTY} if withdrawn
 * @param withdrawn true if the account leaves
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
        String cause) {

    /** The order in which contributions of one instant are applied: an account's own contributions as it sent them. */
    static final Comparator<Contribution> IN_ORDER =
            Comparator.comparing(Contribution::account).thenComparingLong(Contribution::sequence);

    /** The account brings facts to its person. */
    static Contribution bringing(String tenant, String account, Account state, Fragment facts, String cause) {
        return of(tenant, account, state, facts, false, cause);
    }

    /** The account leaves its person. */
    static Contribution leaving(String tenant, String account, Account state, String cause) {
        return of(tenant, account, state, Fragment.EMPTY, true, cause);
    }

    private static Contribution of(
            String tenant, String account, Account state, Fragment facts, boolean withdrawn, String cause) {
        String person = Objects.requireNonNull(state.oneId());
        return new Contribution(tenant, person, account, facts, withdrawn, state.atMillis(), state.sequence(), cause);
    }
}
