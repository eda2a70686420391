package io.quanyu.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * What is true of identifiers of a type: what they name, where, and what identity may make of them.
 *
 * @param name for example "unionid"
 * @param platform the platform that gives them out; null if any may
 * @param inIdentity how the standard policy counts them
 */
public record IdentifierType(String name, Names names, @Nullable String platform, IdentityPolicy.Type inIdentity) {

    /** What an identifier is of. */
    public enum Names {
        /** An account of a person: they come back to it, and it is what they are shown by. */
        ACCOUNT,
        /** What a person has or left and what leads to them, but is no account: a phone, an order, a payment, a visit. */
        TRACE,
        /** No person. */
        THING
    }

    public boolean isAccount() {
        return names == Names.ACCOUNT;
    }

    public boolean isThing() {
        return names == Names.THING;
    }
}
