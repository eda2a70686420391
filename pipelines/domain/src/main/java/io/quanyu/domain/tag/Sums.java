package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Order;

/**
 * What stands in a window at an instant.
 *
 * @param count paid orders, or whatever a rule counts
 * @param effective those of them with net revenue above 0
 * @param paidFen what was paid for them, in fen
 * @param netFen their net revenue at that instant minus refunds without an order, in fen; below 0 where more went back than was paid
 */
record Sums(long count, long effective, long paidFen, long netFen) {

    static final Sums NONE = new Sums(0, 0, 0, 0);
    static final Sums ONE = new Sums(1, 0, 0, 0);

    /** A paid order as it was at an instant, epoch milliseconds. */
    static Sums of(Order order, long atMillis) {
        long net = order.netFenAt(atMillis);
        return new Sums(1, net > 0 ? 1 : 0, order.paidFen(), net);
    }

    /** Money without an order. */
    static Sums ofMoney(long fen) {
        return new Sums(0, 0, 0, fen);
    }

    /** What went back, in fen; of each order, and in all, at most what was paid. */
    long refundedFen() {
        return Math.min(paidFen, paidFen - netFen);
    }

    /** Their net revenue in fen, minus the refunds in the window that no order is known of; never below 0. */
    long spentFen() {
        return Math.max(0, netFen);
    }

    Sums plus(Sums other) {
        return new Sums(
                count + other.count, effective + other.effective, paidFen + other.paidFen, netFen + other.netFen);
    }

    Sums minus(Sums other) {
        return new Sums(
                count - other.count, effective - other.effective, paidFen - other.paidFen, netFen - other.netFen);
    }
}
