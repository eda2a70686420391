package io.quanyu.ingest.source.youzan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.RefundChanged;
import io.quanyu.events.RefundStatus;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Draft;
import io.quanyu.ingest.door.RefundChecks;
import io.quanyu.ingest.door.Who;
import io.quanyu.ingest.fields.FieldMap;
import io.quanyu.ingest.fields.Reading;
import java.time.Instant;
import java.util.Set;

/** Decides what a Youzan after-sale case says beyond its fields: when the money went back, and which version it is. */
final class YouzanRefunds {

    private static final String EXCHANGE = "EXCHANGE_GOODS";
    private static final String WITHOUT_GOODS = "REFUND_ONLY";
    private static final Set<String> AGREED = Set.of("trade_refund_SellerAgree", "trade_refund_RefundSellerAgree");

    private final PhoneGuard phones;
    private final FieldMap<RefundChanged> map =
            FieldMap.load(YouzanRefunds.class, "youzan-refund", RefundChanged.class);
    private final FieldMap<RefundChanged> ofOrder =
            FieldMap.load(YouzanRefunds.class, "youzan-order-refund", RefundChanged.class);

    YouzanRefunds(PhoneGuard phones) {
        this.phones = phones;
    }

    /** @param opened a push with its decoded {@code msg}, or the answer of the detail call as {@code msg} */
    Accepted read(Delivery delivery, String shop, JsonNode opened) {
        Reading<RefundChanged> reading = map.read(opened);
        RefundChanged refund = reading.record();
        Instant updatedAt = reading.time("updated_at");
        long version = YouzanVersion.of(reading.number("case_version"), updatedAt);
        Instant changedAt = YouzanVersion.changedAt(version, updatedAt);

        refund.setVersion(version);
        if (refund.getStatus() == null) {
            refund.setStatus(RefundStatus.UNKNOWN);
        }
        decideWithoutGoods(refund, reading);
        decideSuccess(refund, changedAt);
        if (EXCHANGE.equals(reading.text("refund_type"))) {
            refund.setRefundFen(0L); // Goods against goods: no money goes back.
        }
        RefundChecks.check(refund, reading.number("paid_fen"));
        return finish(delivery, shop, reading, changedAt, opened.path("type").asText("detail"));
    }

    /**
     * What an order says of one of its cases: it counts until the case itself is heard of, so its version is below every one of those.
     *
     * @param data the order
     * @param entry of its {@code refund_order}
     * @param order what was made of the order
     */
    Accepted ofOrder(Delivery delivery, JsonNode data, JsonNode entry, OrderChanged order) {
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.set("refund", entry);
        both.set("order_info", data.at("/full_order_info/order_info"));
        Reading<RefundChanged> reading = ofOrder.read(both);
        RefundChanged refund = reading.record();
        refund.setVersion(order.getVersion() - YouzanVersion.BEYOND);
        if (refund.getStatus() == null) {
            refund.setStatus(RefundStatus.UNKNOWN);
        }
        decideSuccess(refund, order.getOccurredAt());
        RefundChecks.check(refund, order.getPaidFen());
        return finish(delivery, order.getShop(), reading, order.getOccurredAt(), "order");
    }

    /** Nothing comes back that the seller could wait for, so the agreement is the last that these pushes say of a case. */
    private static void decideWithoutGoods(RefundChanged refund, Reading<RefundChanged> reading) {
        if (!WITHOUT_GOODS.equals(reading.text("refund_type"))) {
            return;
        }
        if (refund.getWithGoods() == null) {
            refund.setWithGoods(false);
        }
        String type = reading.text("type");
        if (refund.getStatus() == RefundStatus.REFUNDING && type != null && AGREED.contains(type)) {
            refund.setStatus(RefundStatus.SUCCEEDED);
        }
    }

    /** The version in which a case turned into a success is the moment when the money went back. */
    private static void decideSuccess(RefundChanged refund, Instant changedAt) {
        if (refund.getStatus() != RefundStatus.SUCCEEDED) {
            refund.setSucceededAt(null);
        } else if (refund.getSucceededAt() == null) {
            refund.setSucceededAt(changedAt);
        }
    }

    private Accepted finish(
            Delivery delivery, String shop, Reading<RefundChanged> reading, Instant changedAt, String how) {
        RefundChanged refund = reading.record();
        Who who = Who.Guarded.of(delivery, shop, reading.ids(), phones)
                .orOrder(YouzanOrders.PLATFORM, shop, refund.getOrderId());
        return Draft.of(delivery, "refund", reading)
                .at(YouzanOrders.PLATFORM, shop)
                .about(who)
                .happenedAt(changedAt)
                .identifiedWithContentBy(
                        YouzanOrders.PLATFORM, "refund", shop, refund.getRefundId(), refund.getVersion(), how);
    }
}
