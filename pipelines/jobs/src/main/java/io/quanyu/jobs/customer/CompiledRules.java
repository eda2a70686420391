package io.quanyu.jobs.customer;

import io.quanyu.domain.rule.RuleSet;
import io.quanyu.domain.tag.TagRules;

/** A set of rules, ready to be used. */
record CompiledRules(RuleSet set, TagRules tags) {

    static CompiledRules of(RuleSet set) {
        return new CompiledRules(
                set, TagRules.of(set.tags().stream().filter(TagRules::isKnown).toList()));
    }
}
