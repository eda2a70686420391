package io.quanyu.world.desk;

import io.quanyu.world.Moments;
import io.quanyu.world.Resident;
import io.quanyu.world.Sale;
import java.util.List;

/** Fills the whole order form of Youzan. */
public final class YouzanOrder {

    private static final long DISCOUNT_FEN = 3000;

    private final PayloadForm form;
    private final Sale sale;
    private final long at;

    private YouzanOrder(PayloadForm form, Sale sale, long at) {
        this.form = form;
        this.sale = sale;
        this.at = at;
    }

    /** The order as the shop sees it at an instant. */
    static PayloadForm at(PayloadForm data, Sale sale, long at, String status) {
        var order = new YouzanOrder(data, sale, at);
        order.head(status);
        order.buyer();
        order.money();
        order.line();
        if (sale.giftTo() != null) {
            order.gift(sale.giftTo());
        }
        return data;
    }

    private void head(String status) {
        String head = "/full_order_info/order_info";
        boolean closed = status.equals("TRADE_CLOSED");
        boolean refunded = closed && sale.paidAt() > 0;
        form.with(head + "/tid", YouzanDesk.tid(sale))
                .with(head + "/status", status)
                .with(head + "/close_type", refunded ? 2 : closed ? 1 : 0)
                .with(head + "/refund_state", refunded ? 12 : 0)
                .with(head + "/created", Moments.text(sale.orderedAt()))
                .with(head + "/pay_time", Moments.text(known(sale.paidAt())))
                .with(head + "/update_time", Moments.text(at))
                .with(head + "/consign_time", Moments.text(known(sale.shippedAt())))
                .with(head + "/success_time", Moments.text(known(sale.completedAt())));
    }

    private void buyer() {
        Resident buyer = sale.buyer();
        form.with("/full_order_info/buyer_info/yz_open_id", buyer.yzOpenId())
                .with("/full_order_info/buyer_info/buyer_phone", buyer.shopPhone())
                .with("/full_order_info/address_info/receiver_tel", mask(buyer.phone()))
                .with("/full_order_info/address_info/delivery_province", buyer.province());
    }

    private void money() {
        String pay = "/full_order_info/pay_info";
        boolean paid = known(sale.paidAt()) > 0;
        String payment = String.format("42000000%020d", sale.number());
        String transaction = String.format("%018d", sale.number());
        form.with(pay + "/total_fee", YouzanDesk.yuan(sale.fen() + DISCOUNT_FEN))
                .with(pay + "/payment", YouzanDesk.yuan(sale.fen()))
                .withList(pay + "/transaction", paid ? List.of(transaction) : List.of())
                .withList(pay + "/outer_transactions", paid ? List.of(payment) : List.of());
    }

    private void line() {
        String line = "/full_order_info/orders/0";
        form.with(line + "/oid", YouzanDesk.oid(sale))
                .with(line + "/item_id", 400_000_000 + sale.product().number())
                .with(line + "/sku_id", 36_000_000 + sale.product().number())
                .with(line + "/outer_sku_id", sale.product().sku())
                .with(line + "/title", sale.product().title())
                .with(line + "/num", sale.quantity())
                .with(line + "/price", YouzanDesk.yuan(sale.product().fen() + DISCOUNT_FEN))
                .with(line + "/discount_price", YouzanDesk.yuan(sale.product().fen()))
                .with(line + "/total_fee", YouzanDesk.yuan(sale.fen()))
                .with(line + "/payment", YouzanDesk.yuan(sale.fen()));
    }

    private void gift(String receiver) {
        form.with("/full_order_info/order_info/type", 1)
                .with("/full_order_info/address_info/receiver_tel", receiver)
                .with(
                        "/full_order_info/child_info",
                        PayloadForm.of("youzan-gift")
                                .with("/gift_no", "G" + sale.number())
                                .with("/child_orders/0/user_tel", receiver));
    }

    /** A time the shop knows by then, else 0. */
    private long known(long time) {
        return time <= at ? time : 0;
    }

    public static String mask(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }
}
