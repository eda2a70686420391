package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of {@code dim.identity_evidence} sees of a tie.
 *
 * @param lastSeenMillis null where it stays for ever
 */
record KnownTie(
        String left,
        String right,
        String rule,
        long firstSeenMillis,
        @Nullable Long lastSeenMillis,
        String sourceEvent) {

    private static final Comparator<KnownTie> EARLIER =
            Comparator.comparingLong(KnownTie::firstSeenMillis).thenComparing(KnownTie::sourceEvent);

    static KnownTie of(EvidenceChange row) {
        return new KnownTie(
                new Identifier(row.leftType(), row.leftScope(), row.leftValue()).text(),
                new Identifier(row.rightType(), row.rightScope(), row.rightValue()).text(),
                row.rule(),
                row.firstSeenMillis(),
                row.lastSeenMillis(),
                row.sourceEvent());
    }

    /** By key, of all sightings. */
    static Map<String, KnownTie> of(List<Evidence> seen) {
        IdentityPolicy policy = IdentityPolicy.standard();
        Map<String, KnownTie> ties = new TreeMap<>();
        for (Evidence one : seen) {
            KnownTie tie = new KnownTie(
                    one.left().text(),
                    one.right().text(),
                    one.rule(),
                    one.firstSeenMillis(),
                    policy.expires(one) ? one.lastSeenMillis() : null,
                    one.sourceEvent());
            ties.merge(tie.key(), tie, KnownTie::merge);
        }
        return ties;
    }

    String key() {
        return left + " " + rule + " " + right;
    }

    boolean isSighting() {
        return left.equals(right);
    }

    /** As the view folds rows: the earliest first, the latest last. */
    KnownTie merge(KnownTie other) {
        KnownTie first = EARLIER.compare(this, other) <= 0 ? this : other;
        Long last = lastSeenMillis == null || other.lastSeenMillis == null
                ? null
                : (Long) Math.max(lastSeenMillis, other.lastSeenMillis);
        return new KnownTie(left, right, rule, first.firstSeenMillis, last, first.sourceEvent);
    }
}
