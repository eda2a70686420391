package io.quanyu.world;

import io.quanyu.world.Resident.Kind;
import io.quanyu.world.desk.Desks;

/** Lives one resident's month: scans, friends, talks, orders. */
final class Life {

    private final Desks desks;
    private final Resident who;
    private final Dice dice;
    private final Purchases purchases;
    private int talks;
    private boolean friend;

    Life(Desks desks, Resident who, Dice dice) {
        this.desks = desks;
        this.who = who;
        this.dice = dice;
        this.purchases = new Purchases(who, dice);
    }

    /**
     * Lives it.
     *
     * @param turn how many of the same kind have lived before; the first of a kind act the parts that the month's story
     *     needs
     * @return whether staff have the person as a contact in the end
     */
    boolean live(int turn) {
        switch (who.kind()) {
            case VISITOR -> visit(Merchant.codeBy(dice), dice.waking(dice.between(1, 28)));
            case FAN -> watch(turn);
            case VIP -> splurge(turn);
            case RETURNER -> tryOn();
            case SLEEPER -> sleep();
        }
        return friend;
    }

    private void visit(LiveCode code, long at) {
        scan(code, at);
        if (dice.chance(code.friend())) {
            befriend(code, at + dice.millis(20, 600) * Moments.SECOND);
        }
        if (dice.chance(code.buy())) {
            buy(at + dice.millis(1, 150) * Moments.HOUR);
        }
        if (dice.chance(0.2)) {
            long later = at + dice.millis(2, 12) * Moments.DAY;
            scan(Merchant.codeBy(dice), later);
            buy(later + dice.millis(1, 60) * Moments.HOUR);
        }
    }

    private void watch(int turn) {
        int storyDay = Budget.OVERSPENT.get(turn % Budget.OVERSPENT.size());
        desks.douyin().sell(paid(evening(storyDay), true), dice);
        for (int more = dice.between(0, 3); more > 0; more--) {
            desks.douyin().sell(purchases.at(evening(dice.between(1, 30)), true), dice);
        }
        if (dice.chance(0.5)) {
            visit(Merchant.firstCodeOf(Merchant.LIVE_ROOM), dice.waking(dice.between(1, 25)));
        }
    }

    private void splurge(int turn) {
        boolean story = turn < 2 * Budget.MISREPORTED.size();
        LiveCode code = story ? Merchant.firstCodeOf(Merchant.SHORT_VIDEO) : Merchant.codeBy(dice);
        long at = dice.waking(story ? 14 : dice.between(1, 16));
        desks.scans().scanned(who, code, at, true);
        befriend(code, at + 5 * Moments.MINUTE);
        if (story) {
            int storyDay = Budget.MISREPORTED.get(turn % Budget.MISREPORTED.size());
            desks.youzan().sell(paid(dice.waking(storyDay), false), dice);
        }
        for (int more = dice.between(3, 7); more > 0; more--) {
            buy(at + dice.millis(2, 15 * 24) * Moments.HOUR);
        }
    }

    private void tryOn() {
        long at = dice.waking(dice.between(1, 12));
        LiveCode code = Merchant.codeBy(dice);
        scan(code, at);
        befriend(code, at + dice.millis(20, 600) * Moments.SECOND);
        for (int more = dice.between(4, 6); more > 0; more--) {
            buy(at + dice.millis(2, 17 * 24) * Moments.HOUR);
        }
    }

    private void sleep() {
        desks.history(purchases.at(dice.waking(-dice.between(62, 110)), false), dice);
        if (dice.chance(0.25)) {
            visit(Merchant.firstCodeOf(Merchant.PARCEL_CARD), dice.waking(dice.between(8, 26)));
        }
    }

    private void scan(LiveCode code, long at) {
        if (at < Moments.at(Moments.LAST_DAY + 1, 0)) {
            desks.scans().scanned(who, code, at, dice.chance(0.78));
        }
    }

    private void befriend(LiveCode code, long at) {
        desks.contacts().added(who, code, at, dice);
        friend = true;
        if (who.kind() == Kind.VIP || dice.chance(code.message())) {
            for (int more = dice.between(1, 5); more > 0; more--) {
                desks.chats().talk(who, talks++, at + dice.millis(2, 400) * 10 * Moments.MINUTE, dice);
            }
        }
        if (dice.chance(0.06)) {
            desks.contacts().edited(who, at + dice.millis(1, 70) * Moments.HOUR);
        }
        if (who.kind() == Kind.VISITOR && dice.chance(0.07)) {
            desks.contacts().removedByCustomer(who, at + dice.millis(20, 200) * Moments.HOUR);
            friend = false;
        }
    }

    private void buy(long at) {
        if (at < Moments.at(Moments.LAST_DAY + 1, 0)) {
            desks.sell(purchases.at(at, false), dice);
        }
    }

    /** Live rooms run in the evening. */
    private long evening(int day) {
        return Moments.at(day, dice.between(70_000, 82_000));
    }

    /** The parts of the story must not fail for want of money. */
    private Sale paid(long at, boolean live) {
        Sale sale = purchases.at(at, live);
        return sale.paidAt() > 0 && sale.back() == null ? sale : paid(at, live);
    }
}
