package io.quanyu.ingest.source.douyin;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.events.Fulfilment;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.OrderLine;
import io.quanyu.events.RefundState;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Draft;
import io.quanyu.ingest.door.OrderChecks;
import io.quanyu.ingest.door.OrderChecks.Terms;
import io.quanyu.ingest.door.Refusal;
import io.quanyu.ingest.door.Who;
import io.quanyu.ingest.fields.FieldMap;
import io.quanyu.ingest.fields.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a Douyin order says beyond its fields: refunds by main status and lines, closing time, live room. */
final class DouyinOrders {

    static final String PLATFORM = "douyin";

    /** The seller changes what is asked for, before anybody pays. */
    private static final String AMOUNT_CHANGED = "109";

    private static final long DEPOSIT_PAID = 103;
    private static final long CASH_ON_DELIVERY = 0;
    private static final Set<Long> REFUNDED = Set.of(21L, 22L, 39L);
    private static final Set<Long> CASE_OPEN = Set.of(6L, 7L, 8L, 11L);
    private static final long CASE_SUCCEEDED = 12;

    private final PhoneGuard phones;
    private final FieldMap<OrderChanged> whole = FieldMap.load(DouyinOrders.class, "douyin-order", OrderChanged.class);
    private final FieldMap<OrderChanged> thin =
            FieldMap.load(DouyinOrders.class, "douyin-order-push", OrderChanged.class);

    DouyinOrders(PhoneGuard phones) {
        this.phones = phones;
    }

    Accepted whole(Delivery delivery, JsonNode detail) {
        Reading<OrderChanged> reading = whole.read(detail);
        OrderChanged order = reading.record();
        Instant updatedAt = known(reading.time("updated_at"));
        order.setVersion(updatedAt.getEpochSecond());
        order.setTotalFen(total(reading));
        markGifts(order.getLines(), detail.path("sku_order_list"));
        order.setRefundState(refundState(reading, detail.path("sku_order_list")));
        if (order.getRefundState() == RefundState.REFUNDED && order.getFulfilment() == Fulfilment.UNKNOWN) {
            order.setFulfilment(Fulfilment.CLOSED);
        }
        decideClosing(order, updatedAt);
        boolean deposit = Long.valueOf(DEPOSIT_PAID).equals(reading.number("order_status"));
        boolean onDelivery = Long.valueOf(CASH_ON_DELIVERY).equals(reading.number("pay_type"));
        OrderChecks.check(order, new Terms(onDelivery, deposit));
        if (!deposit) {
            OrderChecks.checkLines(order, 0);
        }
        hideDeposit(order, deposit);
        return finish(delivery, reading, updatedAt, "detail");
    }

    Accepted thin(Delivery delivery, JsonNode opened, String tag) {
        Reading<OrderChanged> reading = thin.read(opened);
        OrderChanged order = reading.record();
        if (order.getFulfilment() == null) {
            order.setFulfilment(Fulfilment.UNKNOWN);
        }
        boolean silent = order.getFulfilment() == Fulfilment.UNKNOWN || tag.equals(AMOUNT_CHANGED);
        if (silent && order.getPaidFen() == null) {
            throw new Refusal(
                    Reason.NOTHING_TO_MAP,
                    "Message tag " + tag + " says nothing new of status or of what is paid: ask order.orderDetail");
        }
        Instant changedAt = reading.time("changed_at");
        if (changedAt == null) {
            throw new Refusal(
                    Reason.MISSING_FIELD, "No time in data says which change this is (update_time, pay_time …)");
        }
        order.setVersion(changedAt.getEpochSecond());
        order.setComplete(false);
        order.setRefundState(RefundState.UNKNOWN);
        OrderChecks.check(order, Terms.USUAL);
        hideDeposit(order, Long.valueOf(DEPOSIT_PAID).equals(reading.number("order_status")));
        return finish(delivery, reading, changedAt, "push" + tag);
    }

    private Accepted finish(Delivery delivery, Reading<OrderChanged> reading, Instant changedAt, String how) {
        OrderChanged order = reading.record();
        String shop = delivery.shop(reading.text("shop"));
        Who who = Who.Guarded.of(delivery, shop, reading.ids(), phones).orOrder(PLATFORM, shop, order.getOrderId());
        return Draft.of(delivery, "order", reading)
                .at(PLATFORM, shop)
                .about(who)
                .happenedAt(changedAt)
                .identifiedWithContentBy(PLATFORM, "order", shop, order.getOrderId(), order.getVersion(), how);
    }

    private static Instant known(@Nullable Instant time) {
        if (time == null) {
            throw new Refusal(Reason.MISSING_FIELD, "update_time is missing");
        }
        return time;
    }

    /** The order amount is after promotions; the price before them is what the promotions took off on top. */
    private static @Nullable Long total(Reading<OrderChanged> reading) {
        Long order = reading.number("order_fen");
        Long discount = reading.number("discount_fen");
        return order == null ? null : Long.valueOf(order + (discount == null ? 0 : discount));
    }

    private static void markGifts(List<OrderLine> lines, JsonNode items) {
        for (int index = 0; index < lines.size(); index++) {
            lines.get(index)
                    .setGift("FREE"
                            .equals(items.path(index).path("given_product_type").asText()));
        }
    }

    private static RefundState refundState(Reading<OrderChanged> reading, JsonNode items) {
        Long mainStatus = reading.number("main_status");
        if (mainStatus != null && REFUNDED.contains(mainStatus)) {
            return RefundState.REFUNDED;
        }
        int succeeded = 0;
        boolean open = false;
        for (JsonNode item : items) {
            long status = item.at("/after_sale_info/after_sale_status").asLong();
            succeeded += status == CASE_SUCCEEDED ? 1 : 0;
            open |= CASE_OPEN.contains(status);
        }
        if (open) {
            return RefundState.REFUNDING;
        }
        if (succeeded == 0) {
            return RefundState.NONE;
        }
        // A case may take back part of a line only, so even all lines do not make it a full refund.
        return RefundState.PARTIALLY_REFUNDED;
    }

    private static void decideClosing(OrderChanged order, Instant updatedAt) {
        if (order.getFulfilment() != Fulfilment.CLOSED) {
            order.setClosedAt(null);
        } else if (order.getClosedAt() == null) {
            order.setClosedAt(updatedAt);
        }
    }

    /** A deposit is no payment in full, whatever time stands beside it. */
    private static void hideDeposit(OrderChanged order, boolean deposit) {
        if (deposit) {
            order.setPaidAt(null);
        }
    }
}
