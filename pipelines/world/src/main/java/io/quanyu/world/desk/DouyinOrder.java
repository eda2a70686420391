package io.quanyu.world.desk;

import io.quanyu.world.Merchant;
import io.quanyu.world.Moments;
import io.quanyu.world.Sale;

/** Fills the order detail form of Douyin. */
final class DouyinOrder {

    private static final String ORDER = "/data/shop_order_detail";
    private static final String LINE = ORDER + "/sku_order_list/0";
    private static final long DISCOUNT_FEN = 3000;

    private DouyinOrder() {}

    /** The order as the shop sees it at an instant, with the platform's own status number. */
    static PayloadForm at(Sale sale, long at, int status) {
        PayloadForm form = PayloadForm.of("douyin-order");
        head(form, sale, at, status);
        line(form, sale);
        return form;
    }

    private static void head(PayloadForm form, Sale sale, long at, int status) {
        String phone = YouzanOrder.mask(sale.buyer().phone());
        form.with(ORDER + "/order_id", DouyinDesk.orderId(sale))
                .with(ORDER + "/shop_id", Merchant.DOUYIN_SHOP)
                .with(ORDER + "/doudian_open_id", sale.buyer().doudianOpenId())
                .with(ORDER + "/order_status", status)
                .with(ORDER + "/main_status", status)
                .with(ORDER + "/create_time", Moments.seconds(sale.orderedAt()))
                .with(ORDER + "/pay_time", known(sale.paidAt(), at))
                .with(ORDER + "/ship_time", known(sale.shippedAt(), at))
                .with(ORDER + "/finish_time", known(sale.completedAt(), at))
                .with(ORDER + "/update_time", Moments.seconds(at))
                .with(ORDER + "/order_amount", sale.fen())
                .with(ORDER + "/pay_amount", sale.fen())
                .with(ORDER + "/promotion_amount", DISCOUNT_FEN)
                .with(ORDER + "/mask_post_tel", phone)
                .with(ORDER + "/post_addr/province/name", sale.buyer().province());
    }

    private static void line(PayloadForm form, Sale sale) {
        long room = DouyinDesk.room(sale);
        form.with(LINE + "/order_id", DouyinDesk.orderId(sale))
                .with(LINE + "/parent_order_id", DouyinDesk.orderId(sale))
                .with(
                        LINE + "/product_id",
                        3_600_000_000_000_000_000L + sale.product().number())
                .with(LINE + "/product_name", sale.product().title())
                .with(LINE + "/sku_id", 1_780_000_000_000_000L + sale.product().number())
                .with(LINE + "/out_sku_id", sale.product().sku())
                .with(LINE + "/item_num", sale.quantity())
                .with(LINE + "/origin_amount", sale.product().fen() + DISCOUNT_FEN)
                .with(LINE + "/order_amount", sale.fen())
                .with(LINE + "/pay_amount", sale.fen())
                .with(LINE + "/author_id", room == 0 ? 0 : 99_000_001)
                .with(LINE + "/room_id", room)
                .with(LINE + "/room_id_str", String.valueOf(room));
    }

    /** A time the shop knows by then in epoch seconds, else 0. */
    private static long known(long time, long at) {
        return time <= at ? Moments.seconds(time) : 0;
    }
}
