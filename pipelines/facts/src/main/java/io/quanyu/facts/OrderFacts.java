package io.quanyu.facts;

import static io.quanyu.facts.Versions.key;
import static io.quanyu.facts.Versions.millis;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.events.OrderChanged;

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
                order.getOccurredAt().toEpochMilli())));
    }
}
