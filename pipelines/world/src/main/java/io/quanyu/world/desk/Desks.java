package io.quanyu.world.desk;

import io.quanyu.world.Chronicle;
import io.quanyu.world.Dice;
import io.quanyu.world.Moments;
import io.quanyu.world.Sale;

/** The shops and staff that tell of what people do. */
public record Desks(
        YouzanDesk youzan, DouyinDesk douyin, PosDesk store, WecomDesk contacts, ChatDesk chats, ScanDesk scans) {

    public static Desks telling(Chronicle chronicle) {
        return new Desks(
                new YouzanDesk(chronicle),
                new DouyinDesk(chronicle),
                new PosDesk(chronicle),
                new WecomDesk(chronicle),
                new ChatDesk(chronicle),
                new ScanDesk(chronicle));
    }

    /** A sale at the shop that this buyer prefers today. */
    public void sell(Sale sale, Dice dice) {
        if (sale.buyer().member() && sale.paidAt() > 0 && dice.chance(0.3)) {
            store.sell(sale);
        } else if (sale.buyer().youzan()) {
            youzan.sell(sale, dice);
        } else {
            douyin.sell(sale, dice);
        }
    }

    /** A sale of an earlier season: it arrives with the import on the first days of the month. */
    public void history(Sale sale, Dice dice) {
        long receivedAt = Moments.at(1, 9 * 3600) + dice.millis(0, 30 * Moments.HOUR);
        if (sale.buyer().member() && sale.paidAt() > 0) {
            store.importSale(sale, receivedAt);
        } else {
            youzan.importSale(sale, receivedAt);
        }
    }
}
