package io.quanyu.domain.identity;

/**
 * Evidence that did not join its two ends, and why.
 *
 * @param detail the reason in words, with the limit
 */
public record HeldBack(Evidence evidence, Reason reason, String detail) {

    /** Why evidence does not join. Where several reasons hold, the first of these is given. */
    public enum Reason {
        /** The policy does not know the rule. */
        UNKNOWN_RULE,
        /** Its rule never joins. */
        NEVER_JOINS,
        /** One end is no name: a value that platforms write for "none", a masked value, or one without a scope. */
        NAMES_NOBODY,
        /** Neither end is an account nor an order, so nothing says whose the two are. */
        WITHOUT_ACCOUNT,
        /** Not seen for too long. */
        EXPIRED,
        /** One end is on too many accounts. */
        SHARED,
        /** One end is blocked. */
        BLOCKED,
        /** It is part of more accounts than one person can have, hanging together. */
        QUARANTINED,
        /** Its end is as certainly of another account of the same kind, or its account has more of these than one person has. */
        CONTESTED,
        /** One person would have too many identifiers of one type and scope. */
        TOO_MANY_PER_PERSON,
        /** A hint without a second one. */
        NEEDS_SECOND_FACT
    }

    static HeldBack expired(Evidence evidence, IdentityPolicy policy) {
        String detail =
                "last seen at " + evidence.lastSeenMillis() + ", expired at " + policy.expiresAtMillis(evidence);
        return new HeldBack(evidence, Reason.EXPIRED, detail);
    }

    /** It has no count of the accounts, so that it stays true while they become more. */
    static HeldBack shared(Evidence evidence, Identifier end, IdentityPolicy policy) {
        String detail = end.text() + " is on more than " + policy.type(end).accountCap()
                + " accounts, and one person's is on no more than that";
        return new HeldBack(evidence, Reason.SHARED, detail);
    }

    /** Its end was ever on more accounts than any person has. */
    public static HeldBack sharedForGood(Evidence evidence, Identifier end, IdentityPolicy policy) {
        String detail =
                end.text() + " has been on more than " + policy.publicAccounts() + " accounts: it is shared for good";
        return new HeldBack(evidence, Reason.SHARED, detail);
    }

    static HeldBack blocked(Evidence evidence, Identifier end) {
        return new HeldBack(evidence, Reason.BLOCKED, end.text() + " is blocked");
    }

    static HeldBack quarantined(Evidence evidence, IdentityPolicy policy) {
        String detail = "more than " + policy.componentAccounts() + " accounts hang together here";
        return new HeldBack(evidence, Reason.QUARANTINED, detail);
    }
}
