package io.quanyu.domain.identity;

/**
 * Evidence that did not join its two ends, and why.
 *
 * @param detail the reason in words, with the limit and what was found
 */
public record HeldBack(Evidence evidence, Reason reason, String detail) {

    /** Why evidence does not join. */
    public enum Reason {
        /** The policy does not know the rule. */
        UNKNOWN_RULE,
        /** Its rule never joins. */
        NEVER_JOINS,
        /** One end is blocked. */
        BLOCKED,
        /** Not seen for too long. */
        EXPIRED,
        /** One end is on too many accounts. */
        SHARED,
        /** A hint without a second one. */
        NEEDS_SECOND_FACT,
        /** One person would have too many identifiers of one type and scope. */
        TOO_MANY_PER_PERSON
    }
}
