package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** VIP等级: V1, V2 or V3 from 500, 2,000 or 5,000 yuan of net revenue of the orders paid within 365 days. */
final class VipLevel implements TagRule {

    private static final long V1_FEN = 500_00;
    private static final long V2_FEN = 2_000_00;
    private static final long V3_FEN = 5_000_00;

    @Override
    public String tag() {
        return "vip_level";
    }

    @Override
    public String chineseName() {
        return "VIP等级";
    }

    @Override
    public Course judge(Customer customer, long asOfMillis) {
        return Timeline.ofPaidOrders(customer, VipLevel::yearAfter)
                .run(asOfMillis, Tags.knownSince(customer, asOfMillis), (before, sums) -> level(sums.spentFen()));
    }

    @Override
    public TagState explain(Course course, Customer customer, long asOfMillis) {
        String reason =
                "近 365 天净消费 " + ReasonWords.yuan(course.sums().spentFen()) + "(V1 满 500 元,V2 满 2000 元,V3 满 5000 元)";
        return course.because(
                this,
                reason,
                Witnesses.orders(customer, asOfMillis, VipLevel::yearAfter, order -> order.netFenAt(asOfMillis) > 0));
    }

    private static @Nullable String level(long netFen) {
        if (netFen >= V3_FEN) {
            return "V3";
        }
        if (netFen >= V2_FEN) {
            return "V2";
        }
        return netFen >= V1_FEN ? "V1" : null;
    }

    private static long yearAfter(long paidAtMillis) {
        return paidAtMillis + Duration.ofDays(365).toMillis();
    }
}
