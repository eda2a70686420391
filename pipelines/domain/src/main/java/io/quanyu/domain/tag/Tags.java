package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import java.util.List;

/** Judges a person: which tags stand at an instant, since when, and why. A pure function of the facts and the instant. */
public final class Tags {

    /** Codes of all tags. */
    public static final List<String> CODES =
            List.of("new_buyer", "vip_level", "vip_month", "live_sensitive", "quality_sensitive", "dormant");

    private Tags() {}

    /** Judges at an instant, epoch milliseconds. */
    public static Judgement judge(Customer customer, long asOfMillis) {
        return new Judgement(List.of(), Long.MAX_VALUE);
    }

    /** What marketers call a tag. */
    public static String chineseName(String tag) {
        return switch (tag) {
            case "new_buyer" -> "尝鲜客";
            case "vip_level" -> "VIP等级";
            case "vip_month" -> "月消费VIP";
            case "live_sensitive" -> "直播敏感型";
            case "quality_sensitive" -> "品质敏感";
            case "dormant" -> "沉睡客户";
            default -> throw new IllegalArgumentException("There is no tag " + tag + ", only " + CODES);
        };
    }
}
