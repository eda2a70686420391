package io.quanyu.contract;

import io.quanyu.events.Identifier;

/** Identifiers as text. {@code io.quanyu.domain.identity.Identifier} reads and writes the same form. */
public final class Identifiers {

    private static final char PARTS = '|';

    private Identifiers() {}

    /** {@code type|scope|value}: the form in keys, tables and exports. */
    public static String text(Identifier identifier) {
        return text(identifier.getType(), identifier.getScope(), identifier.getValue());
    }

    /** {@code type|scope|value}. */
    public static String text(String type, String scope, String value) {
        return type + PARTS + scope + PARTS + value;
    }

    /** The key of what is said of an identifier of a tenant: {@code tenant|type|scope|value}. */
    public static String key(String tenant, Identifier identifier) {
        return key(tenant, text(identifier));
    }

    /** As {@link #key(String, Identifier)}, of the identifier's text. */
    public static String key(String tenant, String identifier) {
        return tenant + PARTS + identifier;
    }
}
