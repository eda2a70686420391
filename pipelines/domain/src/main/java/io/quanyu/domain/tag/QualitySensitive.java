package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import java.math.BigInteger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * 品质敏感: with 3 or more paid orders in 180 days, 30 % or more of what was paid for them went back; leaves below 20 %.
 *
 * <p>Once it stands, only the ratio lets it leave, not the number of orders; a window without payments has the ratio 0. Of each order
 * at most what was paid for it counts as gone back.
 */
final class QualitySensitive implements TagRule {

    private static final int ORDERS = 3;

    @Override
    public String tag() {
        return "quality_sensitive";
    }

    @Override
    public String chineseName() {
        return "品质敏感";
    }

    @Override
    public Course judge(Customer customer, long asOfMillis) {
        return Timeline.ofPaidOrders(customer, QualitySensitive::halfYearAfter)
                .run(asOfMillis, Tags.knownSince(customer, asOfMillis), QualitySensitive::value);
    }

    @Override
    public TagState explain(Course course, Customer customer, long asOfMillis) {
        return course.because(
                this,
                reason(course.sums()),
                Witnesses.orders(customer, asOfMillis, QualitySensitive::halfYearAfter, order -> true));
    }

    private static @Nullable String value(@Nullable String before, Sums sums) {
        if (before != null) {
            return isBelow(sums, 2) ? null : before;
        }
        return sums.count() >= ORDERS && !isBelow(sums, 3) ? Tags.TRUE : null;
    }

    private static boolean isBelow(Sums sums, int tenths) {
        return sums.paidFen() == 0
                || BigInteger.valueOf(sums.refundedFen())
                                .multiply(BigInteger.TEN)
                                .compareTo(BigInteger.valueOf(sums.paidFen()).multiply(BigInteger.valueOf(tenths)))
                        < 0;
    }

    private static String reason(Sums sums) {
        return "近 180 天付费订单 " + sums.count() + " 笔(进入须 ≥ 3 笔),退款 " + ReasonWords.yuan(sums.refundedFen()) + " ÷ 付费 "
                + ReasonWords.yuan(sums.paidFen()) + " = " + ReasonWords.percent(sums.refundedFen(), sums.paidFen())
                + "(进入须 ≥ 30%,低于 20% 退出)";
    }

    private static long halfYearAfter(long paidAtMillis) {
        return paidAtMillis + Duration.ofDays(180).toMillis();
    }
}
