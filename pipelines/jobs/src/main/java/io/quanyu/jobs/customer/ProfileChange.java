package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Profile;
import io.quanyu.jobs.record.RecordType;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a person from now on, in full. The newest version counts.
 *
 * @param version grows with every change of the person
 * @param live false if no account is left; everything else is then empty
 * @param decidedAtMillis when we knew, epoch milliseconds on the clock of the facts
 * @see Profile for what the other components mean
 */
@TypeInfo(RecordType.Factory.class)
public record ProfileChange(
        String tenant,
        String oneId,
        long version,
        boolean live,
        long decidedAtMillis,
        List<String> accounts,
        List<String> platforms,
        @Nullable String phoneMasked,
        @Nullable Long firstSeenAtMillis,
        long orderCount,
        long paidOrderCount,
        long paidFen,
        long refundedFen,
        long netRevenueFen,
        @Nullable Long averageOrderFen,
        @Nullable Long firstPaidAtMillis,
        @Nullable Long lastPaidAtMillis,
        @Nullable Long lastMessageAtMillis,
        @Nullable Long lastActiveAtMillis,
        List<String> tags) {

    static ProfileChange of(String tenant, Profile profile, long version, long decidedAtMillis) {
        return new ProfileChange(
                tenant,
                profile.oneId(),
                version,
                true,
                decidedAtMillis,
                profile.accounts(),
                profile.platforms(),
                profile.phoneMasked(),
                profile.firstSeenMillis(),
                profile.orderCount(),
                profile.paidOrderCount(),
                profile.paidFen(),
                profile.refundedFen(),
                profile.netRevenueFen(),
                profile.averageOrderFen(),
                profile.firstPaidMillis(),
                profile.lastPaidMillis(),
                profile.lastMessageMillis(),
                profile.lastActiveMillis(),
                profile.tags());
    }

    /** The last account has left this person. */
    static ProfileChange gone(String tenant, String oneId, long version, long decidedAtMillis) {
        return new ProfileChange(
                tenant,
                oneId,
                version,
                false,
                decidedAtMillis,
                List.of(),
                List.of(),
                null,
                null,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
