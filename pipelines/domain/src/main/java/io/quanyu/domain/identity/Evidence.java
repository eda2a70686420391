package io.quanyu.domain.identity;

import static java.util.Objects.requireNonNull;

/**
 * Two identifiers seen to belong together, under a rule that says how. With {@code left} equal to {@code right} it is a
 * sighting: the identifier exists, and so has a person, even if nothing is known to belong to it.
 *
 * <p>The two ends are kept in order, so that it does not matter who saw whom. {@link #merge} is commutative, associative
 * and idempotent, so evidence that is repeated, late or out of order comes to the same.
 *
 * @param rule how the ends were tied, a name that {@link IdentityPolicy} knows, for example "buyer-phone"
 * @param firstSeenMillis when Quanyu first received it, epoch milliseconds: a person is named after what we knew first
 * @param lastSeenMillis when it last held by the platforms' clocks, epoch milliseconds; its lifetime counts from here
 * @param sourceEvent id of the event that saw it first
 */
public record Evidence(
        Identifier left, Identifier right, String rule, long firstSeenMillis, long lastSeenMillis, String sourceEvent) {

    /** The rule of a sighting, and of two names that one payload gives whoever acts. */
    public static final String SELF = "self";

    /** The rule of what a human decided: that the two ends are of one person. */
    public static final String OPERATOR_JOIN = "operator-join";

    public Evidence {
        requireNonNull(rule, "rule");
        requireNonNull(sourceEvent, "sourceEvent");
        if (left.compareTo(right) > 0) {
            Identifier first = right;
            right = left;
            left = first;
        }
    }

    /** The two ends, in whichever order, tied by {@code rule} in one event that was received when it happened. */
    public static Evidence seen(Identifier one, Identifier other, String rule, long seenMillis, String sourceEvent) {
        return new Evidence(one, other, rule, seenMillis, seenMillis, sourceEvent);
    }

    /** The identifier alone, in one event that was received when it happened. */
    public static Evidence sighting(Identifier identifier, long seenMillis, String sourceEvent) {
        return new Evidence(identifier, identifier, SELF, seenMillis, seenMillis, sourceEvent);
    }

    /** What evidence is about: its ends and its rule. Evidence of one key merges; a key is what a retraction names. */
    public String key() {
        return left.text() + '\t' + right.text() + '\t' + rule;
    }

    public boolean isSighting() {
        return left.equals(right);
    }

    /** The end that is not {@code end}. */
    public Identifier otherThan(Identifier end) {
        return left.equals(end) ? right : left;
    }

    /** The same with its ends as these equal ones, so that whoever keeps much evidence keeps each identifier once. */
    Evidence between(Identifier equalLeft, Identifier equalRight) {
        return new Evidence(equalLeft, equalRight, rule, firstSeenMillis, lastSeenMillis, sourceEvent);
    }

    /** Both sightings of one tie: the earlier first, the later last. */
    public Evidence merge(Evidence other) {
        if (!left.equals(other.left) || !right.equals(other.right) || !rule.equals(other.rule)) {
            throw new IllegalArgumentException("Only evidence of one key can be merged, but rules are " + rule + " and "
                    + other.rule + ", types " + left.type() + "-" + right.type() + " and " + other.left.type() + "-"
                    + other.right.type());
        }
        Evidence first = isFirst(other) ? this : other;
        long last = Math.max(lastSeenMillis, other.lastSeenMillis);
        return new Evidence(left, right, rule, first.firstSeenMillis, last, first.sourceEvent);
    }

    private boolean isFirst(Evidence other) {
        return firstSeenMillis != other.firstSeenMillis
                ? firstSeenMillis < other.firstSeenMillis
                : sourceEvent.compareTo(other.sourceEvent) <= 0;
    }
}
