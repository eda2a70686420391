package io.quanyu.world.desk;

import io.quanyu.world.Chronicle;
import io.quanyu.world.Dice;
import io.quanyu.world.Merchant;
import io.quanyu.world.Moments;
import io.quanyu.world.Resident;
import io.quanyu.world.Sale;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes what the Youzan shop tells of an order: a push for each step, with the whole order in {@code msg}; some pushes are
 * thin, and the answer of the detail call follows.
 */
public final class YouzanDesk {

    static final String SOURCE = "youzan";
    static final String SHOP = String.valueOf(Merchant.YOUZAN_SHOP);

    private static final long CHANGE_AFTER_REFUND = 5 * Moments.SECOND;

    private final Chronicle chronicle;

    YouzanDesk(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    public void sell(Sale sale, Dice dice) {
        push(sale, sale.orderedAt(), "trade_TradeCreate", "WAIT_BUYER_PAY", dice);
        if (sale.closedAt() > 0) {
            push(sale, sale.closedAt(), "trade_TradeClose", "TRADE_CLOSED", dice);
        }
        if (sale.paidAt() > 0) {
            pay(sale, dice);
        }
        seen(sale.buyer());
        chronicle.ledger().sold(sale, sale.buyer().circleOfShop());
    }

    private void seen(Resident buyer) {
        chronicle.seen(buyer, buyer.circleOfShop(), "yz_open_id|youzan:" + SHOP + "|" + buyer.yzOpenId());
    }

    /** An old order, read by the detail call when the shop is connected. */
    void importSale(Sale sale, long receivedAt) {
        long at = Math.max(Math.max(sale.completedAt(), sale.closedAt()), sale.paidAt());
        String status = sale.closedAt() > 0 ? "TRADE_CLOSED" : "TRADE_SUCCESS";
        send(sale, at, receivedAt - at, whole(sale, at, status));
        seen(sale.buyer());
    }

    private void pay(Sale sale, Dice dice) {
        if (dice.chance(0.2)) {
            thinPush(sale, dice);
        } else {
            push(sale, sale.paidAt(), "trade_TradePaid", "WAIT_SELLER_SEND_GOODS", dice);
        }
        if (sale.shippedAt() > 0) {
            push(sale, sale.shippedAt(), "trade_TradeSellerShip", "WAIT_BUYER_CONFIRM_GOODS", dice);
        }
        if (sale.completedAt() > 0) {
            push(sale, sale.completedAt(), "trade_TradeSuccess", "TRADE_SUCCESS", dice);
        }
        if (sale.back() != null) {
            takeBack(sale, sale.back(), dice);
        }
    }

    private void takeBack(Sale sale, Sale.Return back, Dice dice) {
        refund(sale, back.appliedAt(), "trade_refund_BuyerCreated", "WAIT_SELLER_AGREE");
        if (back.succeededAt() == 0) {
            refund(sale, back.endedAt(), "trade_refund_RefundClosed", "CLOSED");
            return;
        }
        refund(sale, back.succeededAt(), "trade_refund_RefundSuccess", "SUCCESS");
        long at = back.succeededAt() + CHANGE_AFTER_REFUND;
        if (sale.wholeRefund()) {
            push(sale, at, "trade_TradeClose", "TRADE_CLOSED", dice);
        }
    }

    private void push(Sale sale, long at, String type, String status, Dice dice) {
        PayloadForm msg = whole(sale, at, status).part("/data");
        send(sale, at, dice.millis(1, 20) * Moments.SECOND, envelope(tid(sale), at, type, status, msg));
    }

    private void thinPush(Sale sale, Dice dice) {
        long at = sale.paidAt();
        String msg = "{\"tid\":\"%s\",\"update_time\":\"%s\",\"payment\":\"%s\"}"
                .formatted(tid(sale), Moments.text(at), yuan(sale.fen()));
        send(sale, at, 2 * Moments.SECOND, envelope(tid(sale), at, "trade_TradePaid", "TRADE_PAID", msg));
        send(sale, at, dice.millis(30, 90) * Moments.SECOND, whole(sale, at, "WAIT_SELLER_SEND_GOODS"));
    }

    private void refund(Sale sale, long at, String type, String status) {
        PayloadForm msg = PayloadForm.of("youzan-refund")
                .with("/tid", tid(sale))
                .with("/refund_id", String.format("R%012d", sale.number()))
                .withList("/oids", List.of(oid(sale)))
                .with("/refund_fee", yuan(sale.back().fen()))
                .with("/status", status)
                .with("/version", Moments.seconds(at))
                .with("/created", Moments.text(sale.back().appliedAt()))
                .with("/update_time", Moments.text(at));
        send(sale, at, 3 * Moments.SECOND, envelope(tid(sale), at, type, status, msg));
    }

    private void send(Sale sale, long at, long delay, PayloadForm form) {
        chronicle.post(SOURCE, SHOP, at, delay, tid(sale), form.text());
    }

    static PayloadForm envelope(String id, long at, String type, String status, PayloadForm msg) {
        return envelope(id, at, type, status, msg.text());
    }

    static PayloadForm envelope(String id, long at, String type, String status, String msg) {
        return PayloadForm.of("youzan-push")
                .with("/kdt_id", Merchant.YOUZAN_SHOP)
                .with("/root_kdt_id", Merchant.YOUZAN_SHOP)
                .with("/id", id)
                .with("/type", type)
                .with("/status", status)
                .with("/version", Moments.seconds(at))
                .with("/msg_id", id + "-" + type + "-" + Moments.seconds(at))
                .with("/msg", URLEncoder.encode(msg, StandardCharsets.UTF_8));
    }

    /** The answer of the detail call; its data is also what a whole push carries. */
    static PayloadForm whole(Sale sale, long at, String status) {
        PayloadForm form = PayloadForm.of("youzan-order");
        return form.with("/data", YouzanOrder.at(form.part("/data"), sale, at, status));
    }

    static String tid(Sale sale) {
        return "E" + Moments.digits(sale.orderedAt()) + String.format("%09d", sale.number());
    }

    static String oid(Sale sale) {
        return String.valueOf(1_500_000_000_000_000_000L + sale.number());
    }

    static String yuan(long fen) {
        return String.format("%d.%02d", fen / 100, fen % 100);
    }
}
