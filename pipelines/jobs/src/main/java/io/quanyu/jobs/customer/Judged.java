package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.tag.Judgement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person at an instant, under rules: all that statements follow from.
 *
 * @param customer null while no account is there
 * @param tags what the tags in force say; null while no account is there
 * @param atMillis the instant, epoch milliseconds
 * @param cause ids of the events and assignments that led to it, or what else did
 */
record Judged(@Nullable Customer customer, @Nullable Judgement tags, long atMillis, CompiledRules rules, String cause) {

    static Judged of(Map<String, Fragment> facts, long atMillis, CompiledRules rules, String cause) {
        if (facts.isEmpty()) {
            return new Judged(null, null, atMillis, rules, cause);
        }
        Customer customer = Customer.of(facts);
        return new Judged(customer, rules.tags().judge(customer, atMillis), atMillis, rules, cause);
    }

    /** When time alone changes something, epoch milliseconds; {@link Long#MAX_VALUE} if never. */
    long nextReviewMillis() {
        return tags == null ? Long.MAX_VALUE : tags.nextReviewMillis();
    }
}
