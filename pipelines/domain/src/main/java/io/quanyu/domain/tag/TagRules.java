package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rules of tags by which persons are judged. A pure function of the facts and the instant. */
public final class TagRules {

    private static final List<TagRule> CATALOGUE = List.of(
            new NewBuyer(),
            new VipLevel(),
            new VipMonth(),
            new LiveSensitive(),
            new QualitySensitive(),
            new Dormant(),
            new ReturningBuyer());

    private static final Map<String, TagRule> BY_CODE =
            CATALOGUE.stream().collect(Collectors.toMap(TagRule::tag, Function.identity()));

    private final List<TagRule> rules;

    private TagRules(List<TagRule> rules) {
        this.rules = rules;
    }

    /** Codes of all tags that this build has a rule for. */
    public static List<String> catalogue() {
        return CATALOGUE.stream().map(TagRule::tag).toList();
    }

    /**
     * The rules of some tags, in the order of their codes.
     *
     * @throws IllegalArgumentException if there is no rule of such a tag
     */
    public static TagRules of(List<String> codes) {
        return new TagRules(codes.stream().map(TagRules::rule).toList());
    }

    /** Whether this build has a rule for a tag. */
    public static boolean isKnown(String code) {
        return BY_CODE.containsKey(code);
    }

    /**
     * What marketers call a tag.
     *
     * @throws IllegalArgumentException if there is no such tag
     */
    public static String chineseName(String code) {
        return rule(code).chineseName();
    }

    /** Judges at an instant, epoch milliseconds. Facts of later instants do not count yet. */
    public Judgement judge(Customer customer, long asOfMillis) {
        return Judgement.of(rules, customer, asOfMillis);
    }

    private static TagRule rule(String code) {
        TagRule rule = BY_CODE.get(code);
        if (rule == null) {
            throw new IllegalArgumentException("There is no tag " + code + ", only " + catalogue());
        }
        return rule;
    }
}
