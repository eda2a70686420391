package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import java.util.List;

/** The tags that are in force where nobody released other rules. */
public final class Tags {

    /** Their codes. */
    public static final List<String> CODES =
            List.of("new_buyer", "vip_level", "vip_month", "live_sensitive", "quality_sensitive", "dormant");

    /** The value of a standing tag that has no levels. */
    static final String TRUE = "true";

    private static final TagRules RULES = TagRules.of(CODES);

    private Tags() {}

    /** Judges a person by them, at an instant, epoch milliseconds. */
    public static Judgement judge(Customer customer, long asOfMillis) {
        return RULES.judge(customer, asOfMillis);
    }

    /** Since when a tag that never stood does not stand: since the person is known. */
    static long knownSince(Customer customer, long asOfMillis) {
        Long firstSeen = customer.firstSeenMillis();
        return firstSeen == null ? asOfMillis : firstSeen;
    }
}
