package io.quanyu.ingest.source.youzan;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.events.Fulfilment;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.RefundState;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Draft;
import io.quanyu.ingest.door.OrderChecks;
import io.quanyu.ingest.door.OrderChecks.Terms;
import io.quanyu.ingest.door.Refusal;
import io.quanyu.ingest.door.Who;
import io.quanyu.ingest.fields.FieldMap;
import io.quanyu.ingest.fields.Money;
import io.quanyu.ingest.fields.Reading;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a Youzan trade says beyond its fields: refund, hold, closing time, and which version it is. */
final class YouzanOrders {

    static final String PLATFORM = "youzan";

    private static final long CLOSED_BY_REFUND = 2;
    private static final Set<String> ON_DELIVERY = Set.of("CODPAY", "CASH_ON_DELIVERY", "9");

    private final PhoneGuard phones;
    private final FieldMap<OrderChanged> whole = FieldMap.load(YouzanOrders.class, "youzan-order", OrderChanged.class);
    private final FieldMap<OrderChanged> thin =
            FieldMap.load(YouzanOrders.class, "youzan-order-push", OrderChanged.class);

    YouzanOrders(PhoneGuard phones) {
        this.phones = phones;
    }

    static @Nullable String shopOf(JsonNode node) {
        return shopAt(node.path("kdt_id"));
    }

    /** An order that was asked for says itself which shop of the chain sold it. */
    static @Nullable String shopOfOrder(JsonNode head) {
        String node = shopAt(head.path("node_kdt_id"));
        return node == null ? shopOf(head) : node;
    }

    private static @Nullable String shopAt(JsonNode shop) {
        return shop.isIntegralNumber() || shop.isTextual() ? shop.asText() : null;
    }

    /** @param envelope of the push that carries the order; null for the answer of the detail call */
    Accepted whole(Delivery delivery, String shop, JsonNode data, @Nullable JsonNode envelope) {
        Reading<OrderChanged> reading = whole.read(data);
        OrderChanged order = reading.record();
        Instant updatedAt = reading.time("updated_at");
        long version = YouzanVersion.of(envelope == null ? null : versionOf(envelope), updatedAt);
        Instant changedAt = YouzanVersion.changedAt(version, updatedAt);

        order.setVersion(version);
        order.setHold("WAIT_CONFIRM".equals(reading.text("status")));
        order.setTotalFen(total(reading));
        decideClosing(order, reading, changedAt);
        OrderChecks.check(order, new Terms(ON_DELIVERY.contains(String.valueOf(reading.text("pay_type"))), false));
        checkLines(order, reading, data);
        return finish(delivery, shop, reading, changedAt, envelope == null ? "detail" : typeOf(envelope));
    }

    Accepted thin(Delivery delivery, String shop, JsonNode opened) {
        Reading<OrderChanged> reading = thin.read(opened);
        OrderChanged order = reading.record();
        if (reading.text("tid") != null
                && reading.text("id") != null
                && !order.getOrderId().equals(reading.text("id"))) {
            throw Refusal.contradictory("id of the envelope and tid of msg name different orders");
        }
        Instant updatedAt = reading.time("updated_at");
        long version = YouzanVersion.of(versionOf(opened), updatedAt);

        order.setVersion(version);
        order.setComplete(false);
        order.setRefundState(RefundState.UNKNOWN);
        order.setHold("WAIT_CONFIRM".equals(reading.text("status")));
        OrderChecks.check(order, Terms.USUAL);
        return finish(delivery, shop, reading, YouzanVersion.changedAt(version, updatedAt), typeOf(opened));
    }

    private Accepted finish(
            Delivery delivery, String shop, Reading<OrderChanged> reading, Instant changedAt, String how) {
        OrderChanged order = reading.record();
        Who who = Who.Guarded.of(delivery, shop, reading.ids(), phones).orOrder(PLATFORM, shop, order.getOrderId());
        return Draft.of(delivery, "order", reading)
                .at(PLATFORM, shop)
                .about(who)
                .happenedAt(changedAt)
                .identifiedWithContentBy(PLATFORM, "order", shop, order.getOrderId(), order.getVersion(), how);
    }

    /** Closed by a refund, or before: the platform has one status for both. */
    private static void decideClosing(OrderChanged order, Reading<OrderChanged> reading, Instant changedAt) {
        if (order.getFulfilment() != Fulfilment.CLOSED) {
            order.setClosedAt(null);
            return;
        }
        if (Long.valueOf(CLOSED_BY_REFUND).equals(reading.number("close_type"))) {
            order.setRefundState(RefundState.REFUNDED);
        }
        if (order.getClosedAt() == null) {
            order.setClosedAt(changedAt);
        }
    }

    private static @Nullable Long total(Reading<OrderChanged> reading) {
        Long goods = reading.number("goods_fen");
        Long shipping = reading.record().getShippingFen();
        return goods == null ? null : Long.valueOf(goods + (shipping == null ? 0 : shipping));
    }

    private static void checkLines(OrderChanged order, Reading<OrderChanged> reading, JsonNode data) {
        Long adjusted = reading.number("adjusted_fen");
        if (adjusted != null && adjusted != 0) {
            return; // The seller changed the sum by hand; the lines do not say how.
        }
        Long discount = reading.number("order_discount_fen");
        OrderChecks.checkLines(order, discount == null ? 0 : Math.abs(discount));
        data.at("/full_order_info/orders").forEach(YouzanOrders::checkLine);
    }

    /** The total of a line is its discounted price times its pieces, a fen apiece for rounding. */
    private static void checkLine(JsonNode line) {
        if (!line.hasNonNull("discount_price") || !line.hasNonNull("total_fee")) {
            return;
        }
        Long price = Money.YUAN.read(line.get("discount_price"));
        Long total = Money.YUAN.read(line.get("total_fee"));
        long pieces = line.path("num").asLong();
        if (price != null && total != null && Math.abs(Math.multiplyExact(price, pieces) - total) > pieces) {
            throw Refusal.contradictory("A line of " + pieces + " pieces at discount_price " + price
                    + " fen cannot have total_fee " + total + " fen");
        }
    }

    private static @Nullable Long versionOf(JsonNode envelope) {
        JsonNode version = envelope.path("version");
        return version.canConvertToLong() && version.isIntegralNumber() ? Long.valueOf(version.asLong()) : null;
    }

    private static String typeOf(JsonNode envelope) {
        return envelope.path("type").asText();
    }
}
