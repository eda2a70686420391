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

    public Identifier {
        // Keys of evidence are joined by tabs, and payloads may hold anything.
        type = requireNonNull(type, "type").replace('\t', ' ');
        scope = requireNonNull(scope, "scope").replace('\t', ' ');
        value = requireNonNull(value, "value").replace('\t', ' ');
    }

    /** Reads the form that {@link #text} writes. */
    public static Identifier parse(String text) {
        String[] parts = text.split("\\|", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("An identifier reads type|scope|value, but this one has only "
                    + parts.length + " part(s); its type is \"" + parts[0] + "\"");
        }
        return new Identifier(parts[0], parts[1], parts[2]);
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
