package io.quanyu.domain.customer;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a platform said of an after-sale case at one version. A null field was not said, and wipes nothing.
 *
 * <p>Versions of one case are ordered by (version, rank of the status, event id); arrival plays no part.
 *
 * @param order key of the order that it takes back, {@code platform|shop|order_id}; null where no source says which
 * @param refund the case's key: {@code platform|shop|refund_id}
 * @param version grows with every change of the case, by the platform
 * @param refundFen money that goes back, in fen
 * @param succeededAtMillis when the money went back, epoch milliseconds
 * @param occurredAtMillis when this version came about, by the platform's clock, epoch milliseconds
 * @param currency as {@link Money#counted}: ISO 4217 code, empty where it is the tenant's own of the amount
 */
public record RefundVersion(
        String eventId,
        @Nullable String order,
        String refund,
        long version,
        RefundStatus status,
        @Nullable Long refundFen,
        @Nullable Long succeededAtMillis,
        long occurredAtMillis,
        @Nullable String currency)
        implements Comparable<RefundVersion> {

    /** Total: ends in the whole content, so that two contents under one event id have one winner everywhere. */
    private static final Comparator<RefundVersion> AGE = Comparator.comparingLong(RefundVersion::version)
            .thenComparing(RefundVersion::status)
            .thenComparing(RefundVersion::eventId)
            .thenComparing(RefundVersion::toString);

    /** That says nothing of the currency. */
    public RefundVersion(
            String eventId,
            @Nullable String order,
            String refund,
            long version,
            RefundStatus status,
            @Nullable Long refundFen,
            @Nullable Long succeededAtMillis,
            long occurredAtMillis) {
        this(eventId, order, refund, version, status, refundFen, succeededAtMillis, occurredAtMillis, null);
    }

    @Override
    public int compareTo(RefundVersion other) {
        return AGE.compare(this, other);
    }

    /** The newer of two contents under one event id. */
    RefundVersion newer(RefundVersion other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
