package io.quanyu.domain.identity;

/** How far a rule may be trusted, from the most to the least; more trusted evidence is joined first. */
public enum Trust {
    /** A human said so, who may know what no platform does: also that two WeChat accounts are one person's. */
    DECIDED(0),
    /** The platform itself says so: two names of one account, or an account and its own order. */
    CERTAIN(0),
    /** Proved by an act of the customer that a stranger could hardly do: a payment, a claimed order. */
    STRONG(1),
    /** True of nearly everybody: the phone that an account has given. */
    PROBABLE(2),
    /** Typed by staff: joins, but gives way to everything above. */
    DOUBTFUL(3),
    /** Joins only if a second such link ties the same two persons. */
    HINT(4),
    /** Kept for the record, never joins: a parcel's receiver, a household. */
    NEVER(5);

    /** What a link of this trust adds to the doubt in a chain of links. */
    final int doubt;

    Trust(int doubt) {
        this.doubt = doubt;
    }
}
