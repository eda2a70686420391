package io.quanyu.domain.identity;

/** How far a rule may be trusted, from the most to the least; more trusted evidence is joined first. */
public enum Trust {
    /** The platform itself says so: two names of one account, or an account and its own order. */
    CERTAIN,
    /** Proved by an act of the customer that a stranger could hardly do: a payment, a claimed order. */
    STRONG,
    /** True of nearly everybody: the phone that an account has given. */
    PROBABLE,
    /** Typed by staff: joins, but gives way to everything above. */
    DOUBTFUL,
    /** Joins only if a second such link ties the same two persons. */
    HINT,
    /** Kept for the record, never joins: a parcel's receiver, a household. */
    NEVER
}
