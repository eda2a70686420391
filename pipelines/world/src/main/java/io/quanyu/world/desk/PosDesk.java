package io.quanyu.world.desk;

import io.quanyu.world.Arrival;
import io.quanyu.world.Chronicle;
import io.quanyu.world.Merchant;
import io.quanyu.world.Moments;
import io.quanyu.world.Resident;
import io.quanyu.world.Sale;
import io.quanyu.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes what the store's till exports: every night a CSV of the day, one payload for the rows of a ticket. */
final class PosDesk {

    private static final String SOURCE = "pos-csv";
    private static final String COLUMN_MAP = columnMap();
    private static final int EXPORT_SECOND = 23 * 3600 + 1800;

    private final Chronicle chronicle;

    PosDesk(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    void sell(Sale sale) {
        post(sold(sale), ticket(sale), exportOf(sale.paidAt()));
        seen(sale.buyer());
        chronicle.ledger().sold(sale, "phone");
        if (sale.back() != null && sale.back().succeededAt() > 0) {
            post(
                    returned(sale, sale.back()),
                    "R" + ticket(sale),
                    exportOf(sale.back().succeededAt()));
        }
    }

    /** A ticket of an earlier season, imported when the store is connected. */
    void importSale(Sale sale, long receivedAt) {
        post(sold(sale), ticket(sale), receivedAt);
        seen(sale.buyer());
    }

    private void seen(Resident buyer) {
        chronicle.seen(buyer, "phone", "pos_member|pos:" + Merchant.STORE + "|" + buyer.memberCard());
    }

    private static long exportOf(long at) {
        return Moments.at(Moments.dayOf(at), EXPORT_SECOND);
    }

    private void post(PayloadForm rows, String ticket, long receivedAt) {
        if (receivedAt < Chronicle.CLOSING) {
            String text = rows.text();
            chronicle.send(
                    new Arrival(SOURCE, World.TENANT, Merchant.STORE, null, COLUMN_MAP, receivedAt, ticket, text));
        }
    }

    private static PayloadForm sold(Sale sale) {
        return row(sale, sale.paidAt()).with("/rows/0/单号", ticket(sale));
    }

    /** Half the money is given back as half the price of every piece. */
    private static PayloadForm returned(Sale sale, Sale.Return back) {
        return row(sale, back.succeededAt())
                .with("/rows/0/单号", "R" + ticket(sale))
                .with("/rows/0/类型", "退货")
                .with("/rows/0/原单号", ticket(sale))
                .with("/rows/0/单价(元)", YouzanDesk.yuan(back.fen() / sale.quantity()));
    }

    private static PayloadForm row(Sale sale, long at) {
        return PayloadForm.of("pos-rows")
                .with("/rows/0/会员卡号", sale.buyer().memberCard())
                .with("/rows/0/手机号", sale.buyer().phone())
                .with("/rows/0/商品编码", sale.product().sku())
                .with("/rows/0/商品名称", sale.product().title())
                .with("/rows/0/数量", String.valueOf(sale.quantity()))
                .with("/rows/0/单价(元)", YouzanDesk.yuan(sale.product().fen()))
                .with("/rows/0/时间", Moments.text(at))
                .with("/rows/0/省份", sale.buyer().province())
                .with("/lines/0", sale.number());
    }

    private static String ticket(Sale sale) {
        return String.format("P%09d", sale.number());
    }

    private static String columnMap() {
        try (InputStream in = PosDesk.class.getResourceAsStream("pos-columns.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read pos-columns.yaml", e);
        }
    }
}
