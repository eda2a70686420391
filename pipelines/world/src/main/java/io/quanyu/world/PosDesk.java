package io.quanyu.world;

/** Writes what the store's till exports: every night a CSV of the day, one payload for the rows of an order. */
final class PosDesk {

    private static final String SOURCE = "pos-csv";
    private static final long EXPORT_SECOND = 23 * 3600 + 600;

    private final Chronicle chronicle;

    PosDesk(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    void sell(Sale sale) {
        long exportedAt = Moments.at(Moments.dayOf(sale.paidAt()), (int) EXPORT_SECOND);
        post(sale, Math.max(exportedAt, sale.paidAt()));
        chronicle.ledger().sold(sale, "phone");
    }

    void importSale(Sale sale, long receivedAt) {
        post(sale, receivedAt);
    }

    private void post(Sale sale, long receivedAt) {
        Resident buyer = sale.buyer();
        chronicle.seen(buyer, "phone", "pos_member|pos:" + Merchant.STORE + "|" + buyer.memberCard());
        long at = sale.paidAt();
        chronicle.post(
                SOURCE,
                Merchant.STORE,
                at,
                receivedAt - at,
                ticket(sale),
                row(sale).text());
    }

    private static Form row(Sale sale) {
        return Form.of("pos-row")
                .with("/0/单号", ticket(sale))
                .with("/0/会员卡号", sale.buyer().memberCard())
                .with("/0/手机号", sale.buyer().phone())
                .with("/0/商品编码", sale.product().sku())
                .with("/0/商品名称", sale.product().title())
                .with("/0/数量", String.valueOf(sale.quantity()))
                .with("/0/单价(元)", YouzanDesk.yuan(sale.product().fen()))
                .with("/0/实收(元)", YouzanDesk.yuan(sale.fen()))
                .with("/0/时间", Moments.text(sale.paidAt()))
                .with("/0/省份", sale.buyer().province());
    }

    private static String ticket(Sale sale) {
        return String.format("P%09d", sale.number());
    }
}
