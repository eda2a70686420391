package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;

/** The rule of one tag. */
interface TagRule {

    /** Code of the tag. */
    String tag();

    /** What marketers call it. */
    String chineseName();

    /** Judges a person at an instant, epoch milliseconds. */
    Course judge(Customer customer, long asOfMillis);

    /** Says why the tag is as it was judged of the same person at the same instant. */
    TagState explain(Course course, Customer customer, long asOfMillis);
}
