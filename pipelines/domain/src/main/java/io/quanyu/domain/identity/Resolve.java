package io.quanyu.domain.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Who is who, as a pure function of everything known: the oracle for every other way of computing it.
 *
 * <ol>
 *   <li>{@link Screening}: evidence that is retracted, expired, blocked, on a shared identifier or under a rule that
 *       never joins is held back.
 *   <li>{@link Persons}: the rest is joined, the most trusted first, as far as one person may have it all.
 *   <li>A person's {@code one_id} derives from its best anchor: the account or order that we knew first, a phone only
 *       where there is neither. An identifier is first seen with its first evidence, also if that expired meanwhile: time does not rename.
 * </ol>
 *
 * <p>The result depends on the set of facts only, and that of facts with nothing in common is the union of their results.
 */
public final class Resolve {

    private Resolve() {}

    /**
     * The persons at an instant.
     *
     * @param asOfMillis the instant at which evidence counts as alive or expired, epoch milliseconds
     */
    public static Resolution resolve(IdentityFacts facts, IdentityPolicy policy, long asOfMillis) {
        Collection<Evidence> standing = facts.standing();
        Map<Identifier, Long> firstSeen = firstSeen(standing);
        Screening screening = Screening.of(standing, facts.blocked(), policy, asOfMillis);
        Persons persons = Persons.joined(firstSeen.keySet(), screening.links(), policy);

        SortedMap<Identifier, String> oneIds = new TreeMap<>();
        persons.anchors(bestAnchorFirst(policy, firstSeen::get))
                .forEach((identifier, anchor) -> oneIds.put(identifier, OneId.of(anchor)));
        List<HeldBack> heldBack = new ArrayList<>(screening.heldBack());
        heldBack.addAll(persons.heldBack());
        heldBack.sort(Comparator.comparing(held -> held.evidence().key()));
        return new Resolution(oneIds, List.copyOf(heldBack), screening.nextExpiryMillis());
    }

    private static Map<Identifier, Long> firstSeen(Collection<Evidence> standing) {
        Map<Identifier, Long> firstSeen = new HashMap<>();
        for (Evidence evidence : standing) {
            firstSeen.merge(evidence.left(), evidence.firstSeenMillis(), Math::min);
            firstSeen.merge(evidence.right(), evidence.firstSeenMillis(), Math::min);
        }
        return firstSeen;
    }

    static Comparator<Identifier> bestAnchorFirst(IdentityPolicy policy, ToLongFunction<Identifier> firstSeen) {
        Comparator<Identifier> firmFirst =
                Comparator.comparing(identifier -> policy.anchorRank(identifier) >= IdentityPolicy.LAST_RESORT);
        return firmFirst
                .thenComparingLong(firstSeen)
                .thenComparingInt(policy::anchorRank)
                .thenComparing(Comparator.naturalOrder());
    }
}
