package io.quanyu.world;

import io.quanyu.world.Resident.Kind;
import io.quanyu.world.Sale.Return;
import org.jspecify.annotations.Nullable;

/** Makes up orders: what is bought, how far it gets, and whether it comes back. */
final class Purchases {

    private static final int MOST_SALES = 20;

    private final Resident who;
    private final Dice dice;
    private int count;

    Purchases(Resident who, Dice dice) {
        this.who = who;
        this.dice = dice;
    }

    /** An order at a time, or in the morning after if everybody sleeps then. */
    Sale at(long time, boolean live) {
        long orderedAt = Moments.awake(time);
        if (count == MOST_SALES) {
            throw new IllegalStateException("Nobody buys more than " + MOST_SALES + " times: resident " + who.number());
        }
        int number = who.number() * MOST_SALES + count++;
        if (dice.chance(0.05)) {
            return unpaid(number, orderedAt, live);
        }
        Product product = product();
        int quantity = who.kind() == Kind.VIP ? dice.between(1, 3) : dice.between(1, 2);
        long paidAt = orderedAt + dice.millis(15, 400) * Moments.SECOND;
        long shippedAt = paidAt + dice.millis(4, 40) * Moments.HOUR;
        Return back = mayComeBack(product.fen() * quantity, paidAt);
        long completedAt = back == null ? shippedAt + dice.millis(60, 150) * Moments.HOUR : 0;
        boolean shipped = back == null || back.appliedAt() > shippedAt;
        return new Sale(
                number,
                who,
                product,
                quantity,
                orderedAt,
                paidAt,
                shipped ? shippedAt : 0,
                completedAt,
                0,
                live,
                receiver(),
                back);
    }

    private Sale unpaid(int number, long orderedAt, boolean live) {
        long closedAt = orderedAt + 30 * Moments.MINUTE;
        return new Sale(number, who, product(), 1, orderedAt, 0, 0, 0, closedAt, live, null, null);
    }

    private Product product() {
        boolean treasure = who.kind() == Kind.VIP && dice.chance(0.35);
        return treasure ? Merchant.TREASURE : dice.pick(Merchant.PRODUCTS);
    }

    /** Gifts go to some neighbour; their phone says nothing about the buyer. */
    private @Nullable String receiver() {
        return dice.chance(0.03) ? Neighbourhood.phone(who.number() + dice.between(2, 9)) : null;
    }

    private @Nullable Return mayComeBack(long fen, long paidAt) {
        if (!dice.chance(who.kind() == Kind.RETURNER ? 0.55 : 0.06)) {
            return null;
        }
        long appliedAt = paidAt + dice.millis(3, 90) * Moments.HOUR;
        long endedAt = appliedAt + dice.millis(2, 48) * Moments.HOUR;
        boolean agreed = !dice.chance(0.1);
        boolean takenBack = dice.chance(0.12);
        long amount = dice.chance(0.7) ? fen : fen / 2;
        long takenBackAt = agreed && takenBack && !who.youzan() ? endedAt + 20 * Moments.HOUR : 0;
        boolean tooLate = Math.max(endedAt, takenBackAt) + Moments.HOUR > Chronicle.CLOSING;
        return tooLate ? null : new Return(amount, appliedAt, agreed ? endedAt : 0, endedAt, takenBackAt);
    }
}
