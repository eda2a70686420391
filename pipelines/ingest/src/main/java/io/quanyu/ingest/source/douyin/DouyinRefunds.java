package io.quanyu.ingest.source.douyin;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.events.RefundChanged;
import io.quanyu.events.RefundStatus;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Draft;
import io.quanyu.ingest.door.RefundChecks;
import io.quanyu.ingest.door.Refusal;
import io.quanyu.ingest.door.Who;
import io.quanyu.ingest.fields.FieldMap;
import io.quanyu.ingest.fields.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a Douyin after-sale case says beyond its fields. Neither pushes nor answers name the buyer. */
final class DouyinRefunds {

    private static final long MONEY_BACK = 3;
    private static final long MONEY_FAILED = 4;
    private static final Set<Long> WITH_GOODS = Set.of(0L);
    private static final Set<Long> MONEY_ONLY = Set.of(1L, 2L, 4L, 5L, 6L);

    private static final Set<Long> NO_MONEY = Set.of(3L, 7L, 8L);

    private final FieldMap<RefundChanged> map =
            FieldMap.load(DouyinRefunds.class, "douyin-refund", RefundChanged.class);

    Accepted read(Delivery delivery, JsonNode opened, String how) {
        Reading<RefundChanged> reading = map.read(opened);
        RefundChanged refund = reading.record();
        Instant changedAt = changedAt(reading);
        refund.setVersion(changedAt.getEpochSecond());
        refund.setStatus(status(reading));
        refund.setRefundFen(amount(reading));
        refund.setWithGoods(withGoods(reading.number("type")));
        if (refund.getStatus() != RefundStatus.SUCCEEDED) {
            refund.setSucceededAt(null);
        } else if (refund.getSucceededAt() == null) {
            refund.setSucceededAt(changedAt);
        }
        RefundChecks.check(refund, reading.number("paid_fen"));

        String shop = delivery.shop(reading.text("shop"));
        Who who =
                new Who.Guarded(Optional.empty(), List.of()).orOrder(DouyinOrders.PLATFORM, shop, refund.getOrderId());
        return Draft.of(delivery, "refund", reading)
                .at(DouyinOrders.PLATFORM, shop)
                .about(who)
                .happenedAt(changedAt)
                .identifiedWithContentBy(
                        DouyinOrders.PLATFORM, "refund", shop, refund.getRefundId(), refund.getVersion(), how);
    }

    private static Instant changedAt(Reading<RefundChanged> reading) {
        Instant time = reading.time("updated_at");
        if (time == null) {
            throw new Refusal(
                    Reason.MISSING_FIELD, "No time in data says when the case changed (update_time, success_time …)");
        }
        return time;
    }

    private static RefundStatus status(Reading<RefundChanged> reading) {
        RefundStatus status = reading.record().getStatus();
        Long money = reading.number("refund_status");
        if (status == RefundStatus.SUCCEEDED && Long.valueOf(MONEY_FAILED).equals(money)) {
            throw Refusal.contradictory(
                    "The case succeeded, but refund_status " + money + " says that the refund failed");
        }
        if (Long.valueOf(MONEY_BACK).equals(money)) {
            return RefundStatus.SUCCEEDED;
        }
        return status == null ? RefundStatus.UNKNOWN : status;
    }

    /** What really went back once it did, else what is asked for. Goods against goods is no money. */
    private static @Nullable Long amount(Reading<RefundChanged> reading) {
        Long type = reading.number("type");
        if (type != null && NO_MONEY.contains(type)) {
            return 0L;
        }
        Long real = reading.number("real_fen");
        Long claimed = reading.number("claimed_fen");
        boolean settled = reading.record().getStatus() == RefundStatus.SUCCEEDED && real != null;
        return settled || claimed == null ? real : claimed;
    }

    private static @Nullable Boolean withGoods(@Nullable Long type) {
        if (type == null || !(WITH_GOODS.contains(type) || MONEY_ONLY.contains(type))) {
            return null;
        }
        return WITH_GOODS.contains(type);
    }
}
