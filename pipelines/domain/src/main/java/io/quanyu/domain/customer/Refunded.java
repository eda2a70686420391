package io.quanyu.domain.customer;

import java.util.Comparator;

/**
 * Money that went back: a succeeded after-sale case.
 *
 * @param refund key of the case
 * @param atMillis when the money went back, epoch milliseconds
 * @param fen how much, in fen
 */
public record Refunded(String refund, long atMillis, long fen) {

    /** By time, then case. */
    static final Comparator<Refunded> IN_ORDER =
            Comparator.comparingLong(Refunded::atMillis).thenComparing(Refunded::refund);
}
