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
    public Finding judge(Customer customer, long asOfMillis) {
        List<Order> bought = customer.paidOrders();
        if (bought.isEmpty()) {
            long since = Tags.knownSince(customer, asOfMillis);
            return new Finding(new TagState(tag(), null, since, "没有付费订单(沉睡须曾购买)", List.of()), Long.MAX_VALUE);
        }
        long lastActive = Objects.requireNonNull(customer.lastActiveMillis());
        long asleep = lastActive + SILENCE;
        String reason = "曾付费 " + bought.size() + " 笔;最近活跃 " + Wording.minute(lastActive);
        List<String> witnesses = Witnesses.orders(customer, asOfMillis, paidAt -> Long.MAX_VALUE, order -> true);
        if (asOfMillis < asleep) {
            String awake = reason + ",未满 90 天(须 90 天无订单、消息、浏览)";
            return new Finding(new TagState(tag(), null, lastActive, awake, witnesses), asleep);
        }
        String silent = reason + ",已满 90 天无订单、消息、浏览";
        return new Finding(new TagState(tag(), Tags.TRUE, asleep, silent, witnesses), Long.MAX_VALUE);
    }
}
