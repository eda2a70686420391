package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import java.util.List;

/** Judges a person: which tags stand at an instant, since when, and why. A pure function of the facts and the instant. */
public final class Tags {

    private static final List<TagRule> RULES = List.of(
            new NewBuyer(), new VipLevel(), new VipMonth(), new LiveSensitive(), new QualitySensitive(), new Dormant());

    /** Codes of all tags. */
    public static final List<String> CODES = RULES.stream().map(TagRule::tag).toList();

    /** The value of a standing tag that has no levels. */
    static final String TRUE = "true";

    private Tags() {}

    /** Judges at an instant, epoch milliseconds. Facts of later instants do not count yet. */
    public static Judgement judge(Customer customer, long asOfMillis) {
        return Judgement.of(RULES, customer, asOfMillis);
    }

    /** What marketers call a tag. */
    public static String chineseName(String tag) {
        int index = CODES.indexOf(tag);
        if (index < 0) {
            throw new IllegalArgumentException("There is no tag " + tag + ", only " + CODES);
        }
        return RULES.get(index).chineseName();
    }

    /** Since when a tag that never stood does not stand: since the person is known. */
    static long knownSince(Customer customer, long asOfMillis) {
        Long firstSeen = customer.firstSeenMillis();
        return firstSeen == null ? asOfMillis : firstSeen;
    }
}
