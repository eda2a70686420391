package io.quanyu.world.desk;

import io.quanyu.world.Chronicle;
import io.quanyu.world.Dice;
import io.quanyu.world.Merchant;
import io.quanyu.world.Moments;
import io.quanyu.world.Resident;
import io.quanyu.world.Sale;

/**
 * Writes what the Douyin shop tells: the order as its detail call gives it, now and then after a thin push, and the pushes of
 * after-sale cases, which name no buyer.
 */
public final class DouyinDesk {

    static final String SOURCE = "douyin";
    static final String SHOP = String.valueOf(Merchant.DOUYIN_SHOP);

    private static final long FIRST_ORDER = 6_900_000_000_000_000_000L;
    private static final long FIRST_CASE = 7_100_000_000_000_000_000L;
    private static final long FIRST_ROOM = 7_400_000_000_000_000_000L;

    private final Chronicle chronicle;

    DouyinDesk(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    public void sell(Sale sale, Dice dice) {
        detail(sale, sale.orderedAt(), 1, dice);
        if (sale.closedAt() > 0) {
            detail(sale, sale.closedAt(), 4, dice);
        }
        if (sale.paidAt() > 0) {
            pay(sale, dice);
        }
        Resident buyer = sale.buyer();
        chronicle.seen(buyer, "douyin", "doudian_open_id|douyin:" + SHOP + "|" + buyer.doudianOpenId());
        chronicle.ledger().sold(sale, "douyin");
    }

    private void pay(Sale sale, Dice dice) {
        if (dice.chance(0.3)) {
            push(sale, sale.paidAt(), "101", paidMessage(sale));
        }
        detail(sale, sale.paidAt(), 2, dice);
        if (sale.shippedAt() > 0) {
            detail(sale, sale.shippedAt(), 3, dice);
        }
        if (sale.completedAt() > 0) {
            detail(sale, sale.completedAt(), 5, dice);
        }
        if (sale.back() != null) {
            takeBack(sale, sale.back());
        }
    }

    private void takeBack(Sale sale, Sale.Return back) {
        push(sale, back.appliedAt(), "200", caseMessage(sale, back, back.appliedAt()));
        if (back.succeededAt() == 0) {
            push(sale, back.endedAt(), "204", caseMessage(sale, back, back.endedAt()));
            return;
        }
        push(sale, back.succeededAt(), "206", successMessage(sale, back));
        if (back.takenBackAt() > 0) {
            push(sale, back.takenBackAt(), "207", caseMessage(sale, back, back.takenBackAt()));
        }
    }

    private void push(Sale sale, long at, String tag, String data) {
        String id = orderId(sale) + ":" + tag + ":" + Moments.seconds(at) + ":0";
        PayloadForm form = PayloadForm.of("douyin-push")
                .with("/0/tag", tag)
                .with("/0/msg_id", id)
                .with("/0/data", data);
        chronicle.post(SOURCE, SHOP, at, 2 * Moments.SECOND, orderId(sale), form.text());
    }

    private static String paidMessage(Sale sale) {
        return PayloadForm.of("douyin-order-message")
                .with("/p_id", FIRST_ORDER + sale.number())
                .with("/s_ids/0", FIRST_ORDER + sale.number())
                .with("/shop_id", Merchant.DOUYIN_SHOP)
                .with("/pay_amount", sale.fen())
                .with("/pay_time", Moments.seconds(sale.paidAt()))
                .text();
    }

    private static String caseMessage(Sale sale, Sale.Return back, long at) {
        return caseForm("douyin-case-message", sale, back, at).text();
    }

    private static String successMessage(Sale sale, Sale.Return back) {
        return caseForm("douyin-case-success-message", sale, back, back.succeededAt())
                .with("/success_time", Moments.seconds(back.succeededAt()))
                .text();
    }

    private static PayloadForm caseForm(String name, Sale sale, Sale.Return back, long at) {
        return PayloadForm.of(name)
                .with("/p_id", FIRST_ORDER + sale.number())
                .with("/s_ids/0", FIRST_ORDER + sale.number())
                .with("/shop_id", Merchant.DOUYIN_SHOP)
                .with("/aftersale_id", FIRST_CASE + sale.number())
                .with("/refund_amount", back.fen())
                .with("/apply_time", Moments.seconds(back.appliedAt()))
                .with("/update_time", Moments.seconds(at));
    }

    private void detail(Sale sale, long at, int status, Dice dice) {
        long delay = dice.millis(5, 60) * Moments.SECOND;
        chronicle.post(
                SOURCE,
                SHOP,
                at,
                delay,
                orderId(sale),
                DouyinOrder.at(sale, at, status).text());
    }

    static String orderId(Sale sale) {
        return String.valueOf(FIRST_ORDER + sale.number());
    }

    static long room(Sale sale) {
        return sale.live() ? FIRST_ROOM + Moments.dayOf(sale.orderedAt()) : 0;
    }
}
