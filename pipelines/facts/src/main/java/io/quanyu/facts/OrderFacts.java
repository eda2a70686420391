package io.quanyu.facts;

import static io.quanyu.facts.Versions.key;
import static io.quanyu.facts.Versions.millis;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.Money;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.RefundState;
import org.jspecify.annotations.Nullable;

/** An event of an order is one version of it. */
final class OrderFacts {

    private OrderFacts() {}

    static Content of(OrderChanged order) {
        return new Content.OfAccount(Fragment.of(new OrderVersion(
                order.getEventId(),
                key(order.getPlatform(), order.getShop(), order.getOrderId()),
                order.getVersion(),
                Fulfilment.valueOf(order.getFulfilment().name()),
                millis(order.getOrderedAt()),
                millis(order.getPaidAt()),
                millis(order.getClosedAt()),
                order.getPaidFen(),
                order.getLiveRoom(),
                order.getLiveCode(),
                order.getRegion(),
                order.getOccurredAt().toEpochMilli(),
                Money.counted(order.getCurrency(), order.getTenantCurrency()),
                hold(order),
                refundedInFull(order))));
    }

    /** A thin push that does not say so has the default, which says nothing. */
    private static @Nullable Boolean hold(OrderChanged order) {
        return (order.getHold() || order.getComplete()) ? order.getHold() : null;
    }

    private static @Nullable Boolean refundedInFull(OrderChanged order) {
        RefundState state = order.getRefundState();
        boolean untold = state == RefundState.UNKNOWN || (state == RefundState.NONE && !order.getComplete());
        return untold ? null : state == RefundState.REFUNDED;
    }
}
