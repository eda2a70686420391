package io.quanyu.domain.customer;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An after-sale case as all its versions together say: the newest known status, field by field the newest that is not null.
 *
 * <p>So a success that a later version takes back (CLOSED or REFUSED) is no success.
 *
 * @param order key of the order; null where no version says which
 * @param atMillis when the money went back; if no version says so, when the newest version came about, epoch milliseconds
 * @param fen money that goes back, in fen; 0 while no version says so
 * @param currency as {@link Money#counted}: ISO 4217 code, empty where it is the tenant's own; null if nobody told
 */
record RefundCase(
        String refund,
        @Nullable String order,
        RefundStatus status,
        long atMillis,
        long fen,
        @Nullable String currency) {

    static RefundCase of(Collection<RefundVersion> versions) {
        List<RefundVersion> sorted = versions.stream().sorted().toList();
        RefundVersion newest = sorted.get(sorted.size() - 1);
        Long succeededAt = Newest.of(sorted, RefundVersion::succeededAtMillis);
        Long fen = Newest.of(sorted, RefundVersion::refundFen);
        RefundStatus status = Newest.of(sorted, v -> v.status() == RefundStatus.UNKNOWN ? null : v.status());
        return new RefundCase(
                newest.refund(),
                Newest.of(sorted, RefundVersion::order),
                status == null ? RefundStatus.UNKNOWN : status,
                succeededAt == null ? newest.occurredAtMillis() : succeededAt,
                fen == null ? 0 : Math.max(0, fen),
                Newest.of(sorted, version -> version.refundFen() == null ? null : version.currency()));
    }

    boolean hasSucceeded() {
        return status == RefundStatus.SUCCEEDED;
    }

    Refunded refunded() {
        return new Refunded(refund, atMillis, fen);
    }
}
