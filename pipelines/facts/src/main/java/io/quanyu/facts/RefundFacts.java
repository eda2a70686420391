package io.quanyu.facts;

import static io.quanyu.facts.Versions.key;
import static io.quanyu.facts.Versions.millis;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Money;
import io.quanyu.domain.customer.RefundStatus;
import io.quanyu.domain.customer.RefundVersion;
import io.quanyu.events.RefundChanged;

/** An event of a refund is one version of it, of an order if the payload names one. */
final class RefundFacts {

    private RefundFacts() {}

    static Content of(RefundChanged refund) {
        String order = refund.getOrderId();
        return new Content.OfAccount(Fragment.of(new RefundVersion(
                refund.getEventId(),
                order == null ? null : key(refund.getPlatform(), refund.getShop(), order),
                key(refund.getPlatform(), refund.getShop(), refund.getRefundId()),
                refund.getVersion(),
                RefundStatus.valueOf(refund.getStatus().name()),
                refund.getRefundFen(),
                millis(refund.getSucceededAt()),
                refund.getOccurredAt().toEpochMilli(),
                Money.counted(refund.getCurrency(), refund.getTenantCurrency()))));
    }
}
