package io.quanyu.domain.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as all its versions together say: field by field the newest that is not null.
 *
 * @param order key: {@code platform|shop|order_id}
 * @param fulfilment the newest that is not {@link Fulfilment#UNKNOWN}
 * @param placedAtMillis when it was placed; if no version says so, when it was paid; else its first version, epoch milliseconds
 * @param paidAtMillis when it was paid in full, epoch milliseconds; null while no version says so
 * @param closedAtMillis when it was last closed, epoch milliseconds; null while no version since it was last alive says so
 * @param paidFen what the customer pays, in fen of its currency; 0 while no version says so
 * @param refunds the succeeded refunds of this order by time, then case; what the order says that went back beyond them is the last
 * @param currency as {@link Money#counted}: ISO 4217 code, empty where it is the tenant's own
 * @param hold whether the platform holds it back
 */
public record Order(
        String order,
        Fulfilment fulfilment,
        long placedAtMillis,
        @Nullable Long paidAtMillis,
        @Nullable Long closedAtMillis,
        long paidFen,
        List<Refunded> refunds,
        @Nullable String liveRoom,
        @Nullable String liveCode,
        @Nullable String region,
        String currency,
        boolean hold) {

    /** Id of the touch that its own code or room is. */
    public String touchId() {
        return "order:" + order;
    }

    /** Platform: the first part of the key. */
    public String platform() {
        int bar = order.indexOf('|');
        return bar < 0 ? order : order.substring(0, bar);
    }

    /**
     * Whether it is a paid order: the payment's instant is known, the platform does not hold it back, and it was not closed before it.
     *
     * <p>Closed before payment means: its newest state is CLOSED, and it was closed earlier than it was paid (the platform
     * gives such a late payment back). Closed at or after the payment, closed at an unknown time but paid, and closed once but
     * alive again by a newer version, all count as paid; what went back is for the refunds to say. Closed and never paid does not.
     */
    public boolean isPaid() {
        return paidAtMillis != null && !hold && !closedBefore(paidAtMillis);
    }

    /** Succeeded refunds, in fen, as the platform says; may exceed what was paid. */
    public long refundedFen() {
        return refundedFenBy(Long.MAX_VALUE);
    }

    /** Paid minus succeeded refunds, in fen, never below 0; 0 for an order that is not paid. */
    public long netFen() {
        return netFenAt(Long.MAX_VALUE);
    }

    /** Net revenue as it was at an instant (epoch milliseconds): the payment and the refunds up to and including it. */
    public long netFenAt(long atMillis) {
        return isPaidBy(atMillis) ? Math.max(0, paidFen - refundedFenBy(atMillis)) : 0;
    }

    /** Whether it is a paid order whose payment lies at or before an instant, epoch milliseconds. */
    public boolean isPaidBy(long atMillis) {
        return isPaid() && paidAtMillis != null && paidAtMillis <= atMillis;
    }

    private long refundedFenBy(long atMillis) {
        return Money.sum(refunds.stream()
                .filter(refunded -> refunded.atMillis() <= atMillis)
                .mapToLong(Refunded::fen));
    }

    private boolean closedBefore(long millis) {
        return fulfilment == Fulfilment.CLOSED && closedAtMillis != null && closedAtMillis < millis;
    }
}
