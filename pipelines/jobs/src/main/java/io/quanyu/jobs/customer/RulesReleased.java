package io.quanyu.jobs.customer;

import io.quanyu.domain.rule.RuleSet;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * From an instant on, persons are judged by other rules.
 *
 * @param atMillis the instant, epoch milliseconds
 */
@TypeInfo(RecordType.Factory.class)
public record RulesReleased(long atMillis, RuleSet rules) {

    /** The same rules, in force from another instant on. */
    public RulesReleased countingFrom(long millis) {
        return new RulesReleased(millis, rules);
    }
}
