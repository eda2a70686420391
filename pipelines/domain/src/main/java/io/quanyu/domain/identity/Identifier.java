package io.quanyu.domain.identity;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * An id of a person, an account, an order or a payment, with the space in which it is unique. A tab in it counts as a blank.
 *
 * @param type kind of id, for example "unionid" or "phone"; holds no '|'
 * @param scope space in which the value is unique, for example a corp or "youzan:10001"; holds no '|'
 * @param value the id itself; for a phone a keyed hash, never its digits
 */
public record Identifier(String type, String scope, String value) implements Comparable<Identifier> {

    private static final Comparator<Identifier> ORDER = Comparator.comparing(Identifier::type)
            .thenComparing(Identifier::scope)
            .thenComparing(Identifier::value);

    /** Types and scopes are few and stand in every identifier: the last ones met, so that equal ones share a text. */
    private static final String[] MET = new String[1 << 10];

    public Identifier {
        // Keys of evidence are joined by tabs, and payloads may hold anything.
        type = met(requireNonNull(type, "type").replace('\t', ' '));
        scope = met(requireNonNull(scope, "scope").replace('\t', ' '));
        value = requireNonNull(value, "value").replace('\t', ' ');
    }

    /** Reads the form that {@link #text} writes. */
    public static Identifier parse(String text) {
        int scope = text.indexOf('|') + 1;
        int value = text.indexOf('|', scope) + 1;
        if (scope == 0 || value == 0) {
            String type = scope == 0 ? text : text.substring(0, scope - 1);
            throw new IllegalArgumentException(
                    "An identifier reads type|scope|value, but this one has fewer parts; its type is \"" + type + "\"");
        }
        return new Identifier(text.substring(0, scope - 1), text.substring(scope, value - 1), text.substring(value));
    }

    private static String met(String text) {
        int place = text.hashCode() & (MET.length - 1);
        // Threads may overwrite each other's: it is one good text or the other.
        String before = MET[place];
        if (text.equals(before)) {
            return before;
        }
        MET[place] = text;
        return text;
    }

    /** {@code type|scope|value}: the form in keys, tables and exports. */
    public String text() {
        return type + '|' + scope + '|' + value;
    }

    @Override
    public int compareTo(Identifier other) {
        return ORDER.compare(this, other);
    }
}
