package io.quanyu.ingest.door;

import io.quanyu.events.RefundChanged;
import io.quanyu.ingest.Reason;
import org.jspecify.annotations.Nullable;

/** What cannot be true of an after-sale case. */
public final class RefundChecks {

    private RefundChecks() {}

    /**
     * Refuses a case that contradicts itself.
     *
     * @param paidFen what the same payload says was paid, in fen; null if it does not say
     */
    public static void check(RefundChanged refund, @Nullable Long paidFen) {
        Long fen = refund.getRefundFen();
        if (fen != null && fen < 0) {
            throw new Refusal(Reason.BAD_VALUE, "refund_fen must not be negative, but is " + fen);
        }
        if (fen != null && paidFen != null && fen > paidFen) {
            throw Refusal.contradictory("refund_fen " + fen + " is above what was paid, " + paidFen + " fen");
        }
        if (refund.getAppliedAt() != null
                && refund.getSucceededAt() != null
                && refund.getSucceededAt().isBefore(refund.getAppliedAt())) {
            throw Refusal.contradictory(
                    "succeeded_at " + refund.getSucceededAt() + " is before applied_at " + refund.getAppliedAt());
        }
    }
}
