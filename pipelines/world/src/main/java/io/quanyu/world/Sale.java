package io.quanyu.world;

import org.jspecify.annotations.Nullable;

/**
 * An order from its first to its last day. Times are epoch milliseconds, 0 for "never".
 *
 * @param number unique in the world
 * @param live whether it was placed in the live room
 * @param giftTo phone of the receiver if it is a gift, else null
 * @param back the after-sale case, if there is one
 */
public record Sale(
        int number,
        Resident buyer,
        Product product,
        int quantity,
        long orderedAt,
        long paidAt,
        long shippedAt,
        long completedAt,
        long closedAt,
        boolean live,
        @Nullable String giftTo,
        @Nullable Return back) {

    /**
     * An after-sale case of a sale.
     *
     * @param succeededAt when the money went back, 0 if the shop refused
     * @param endedAt when the case was decided
     * @param takenBackAt when a success turned out to be void, 0 for never
     */
    public record Return(long fen, long appliedAt, long succeededAt, long endedAt, long takenBackAt) {}

    public long fen() {
        return product.fen() * quantity;
    }

    /** What remains when everything has come to rest. */
    long netFen() {
        boolean refunded = back != null && back.succeededAt() > 0 && back.takenBackAt() == 0;
        return refunded ? fen() - back.fen() : fen();
    }

    public boolean wholeRefund() {
        return back != null && back.succeededAt() > 0 && back.fen() == fen();
    }
}
