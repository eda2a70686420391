package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Order;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * 沉睡客户: bought before, and no order, message or browse for 90 days. Time alone sets it.
 *
 * <p>Of messages and browses only the latest is kept, so a person who is not dormant is so since their last activity.
 */
final class Dormant implements TagRule {

    private static final long SILENCE = Duration.ofDays(90).toMillis();

    @Override
    public String tag() {
        return "dormant";
    }

    @Override
    public String chineseName() {
        return "沉睡客户";
    }

    @Override
    public Course judge(Customer customer, long asOfMillis) {
        if (bought(customer) == 0) {
            return new Course(null, Tags.knownSince(customer, asOfMillis), Sums.NONE, Long.MAX_VALUE);
        }
        long lastActive = lastActiveMillis(customer);
        long asleep = lastActive + SILENCE;
        return asOfMillis < asleep
                ? new Course(null, lastActive, Sums.NONE, asleep)
                : new Course(Tags.TRUE, asleep, Sums.NONE, Long.MAX_VALUE);
    }

    @Override
    public TagState explain(Course course, Customer customer, long asOfMillis) {
        long bought = bought(customer);
        if (bought == 0) {
            return course.because(this, "没有付费订单(沉睡须曾购买)", List.of());
        }
        String reason = "曾付费 " + bought + " 笔;最近活跃 " + ReasonWords.minute(lastActiveMillis(customer))
                + (course.value() == null ? ",未满 90 天(须 90 天无订单、消息、浏览)" : ",已满 90 天无订单、消息、浏览");
        return course.because(
                this, reason, Witnesses.orders(customer, asOfMillis, paidAt -> Long.MAX_VALUE, Dormant::isBought));
    }

    private static long bought(Customer customer) {
        return customer.paidOrders().stream().filter(Dormant::isBought).count();
    }

    /** Who has only been given something has not bought. */
    private static boolean isBought(Order order) {
        return order.paidFen() > 0;
    }

    private static long lastActiveMillis(Customer customer) {
        return Objects.requireNonNull(customer.lastActiveMillis());
    }
}
