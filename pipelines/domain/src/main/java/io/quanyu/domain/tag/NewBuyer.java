package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;

/** 尝鲜客: exactly one paid order with net revenue above 0 over all accounts; a fully refunded or free order does not count. */
final class NewBuyer implements TagRule {

    @Override
    public String tag() {
        return "new_buyer";
    }

    @Override
    public String chineseName() {
        return "尝鲜客";
    }

    @Override
    public Course judge(Customer customer, long asOfMillis) {
        return Timeline.ofPaidOrders(customer, paidAt -> Long.MAX_VALUE)
                .run(
                        asOfMillis,
                        Tags.knownSince(customer, asOfMillis),
                        (before, sums) -> sums.effective() == 1 ? Tags.TRUE : null);
    }

    @Override
    public TagState explain(Course course, Customer customer, long asOfMillis) {
        String reason = "有效付费订单 " + course.sums().effective() + " 笔(应恰为 1 笔)";
        return course.because(
                this,
                reason,
                Witnesses.orders(
                        customer, asOfMillis, paidAt -> Long.MAX_VALUE, order -> order.netFenAt(asOfMillis) > 0));
    }
}
