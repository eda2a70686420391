package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Order;

/**
 * What stands in a window at an instant.
 *
 * @param count paid orders, or whatever a rule counts
 * @param effective those of them with net revenue above 0
 * @param paidFen what was paid for them, in fen
 * @param netFen their net revenue at that instant, in fen
 */
record Sums(long count, long effective, long paidFen, long netFen) {

    static final Sums NONE = new Sums(0, 0, 0, 0);
    static final Sums ONE = new Sums(1, 0, 0, 0);

    /** A paid order as it was at an instant, epoch milliseconds. */
    static Sums of(Order order, long atMillis) {
        long net = order.netFenAt(atMillis);
        return new Sums(1, net > 0 ? 1 : 0, order.paidFen(), net);
    }

    /** What went back, in fen; of each order at most what was paid for it. */
    long refundedFen() {
        return paidFen - netFen;
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
