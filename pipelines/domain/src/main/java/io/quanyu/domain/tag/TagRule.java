package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;

/** The rule of one tag. */
interface TagRule {

    /** Code of the tag. */
    String tag();

    /** What marketers call it. */
    String chineseName();

    /** Judges a person at an instant, epoch milliseconds. */
    Finding judge(Customer customer, long asOfMillis);

    /**
     * What a rule finds.
     *
     * @param nextChangeMillis when the value changes by time alone, epoch milliseconds; {@link Long#MAX_VALUE} if never
     */
    record Finding(TagState state, long nextChangeMillis) {}
}
