package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import java.time.Duration;

/** 回头客: two or more paid orders with net revenue above 0, over all accounts, within 180 days. Not in force unless released. */
final class ReturningBuyer implements TagRule {

    private static final long WINDOW = Duration.ofDays(180).toMillis();
    private static final int LEAST = 2;

    @Override
    public String tag() {
        return "returning_buyer";
    }

    @Override
    public String chineseName() {
        return "回头客";
    }

    @Override
    public Course judge(Customer customer, long asOfMillis) {
        return Timeline.ofPaidOrders(customer, ReturningBuyer::windowEnd)
                .run(
                        asOfMillis,
                        Tags.knownSince(customer, asOfMillis),
                        (before, sums) -> sums.effective() >= LEAST ? Tags.TRUE : null);
    }

    @Override
    public TagState explain(Course course, Customer customer, long asOfMillis) {
        String reason = "近 180 天有效付费订单 " + course.sums().effective() + " 笔(应至少 " + LEAST + " 笔)";
        return course.because(
                this,
                reason,
                Witnesses.orders(
                        customer, asOfMillis, ReturningBuyer::windowEnd, order -> order.netFenAt(asOfMillis) > 0));
    }

    private static long windowEnd(long paidAtMillis) {
        return paidAtMillis + WINDOW;
    }
}
