package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.ShanghaiCalendar;

/** 月消费VIP: more than 5,000 yuan of net revenue of the orders paid in the present calendar month in Asia/Shanghai. */
final class VipMonth implements TagRule {

    private static final String VIP = "VIP";
    private static final long ABOVE_FEN = 5_000_00;

    @Override
    public String tag() {
        return "vip_month";
    }

    @Override
    public String chineseName() {
        return "月消费VIP";
    }

    @Override
    public Course judge(Customer customer, long asOfMillis) {
        return Timeline.ofPaidOrders(customer, ShanghaiCalendar::endOfMonth)
                .run(
                        asOfMillis,
                        Tags.knownSince(customer, asOfMillis),
                        (before, sums) -> sums.spentFen() > ABOVE_FEN ? VIP : null);
    }

    @Override
    public TagState explain(Course course, Customer customer, long asOfMillis) {
        String reason = ShanghaiCalendar.monthOf(asOfMillis) + " 月净消费 "
                + ReasonWords.yuan(course.sums().spentFen()) + "(须超过 5000 元)";
        return course.because(
                this,
                reason,
                Witnesses.orders(
                        customer, asOfMillis, ShanghaiCalendar::endOfMonth, order -> order.netFenAt(asOfMillis) > 0));
    }
}
