package io.quanyu.domain.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Who is who, as a pure function of everything known: the oracle for every other way of computing it.
 *
 * <ol>
 *   <li>{@link Screening}: evidence that can join nobody, has expired, is on a shared or blocked identifier or was
 *       retracted is held back.
 *   <li>{@link Quarantine}: where more accounts hang together than one person can have, nothing is joined.
 *   <li>{@link Persons}: the rest is joined, the most trusted first, as far as one person may have it all.
 *   <li>A person's {@code one_id} derives from its best anchor: the account or order that we knew first, a phone only
 *       where there is neither. An identifier exists and was first seen with its first evidence, also if that expired or
 *       was retracted meanwhile: neither time nor a correction renames.
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
        Map<Identifier, Long> firstSeen = firstSeen(facts.evidence());
        Screening screening = Screening.of(facts, policy, asOfMillis);
        Quarantine quarantine = Quarantine.of(screening.links(), policy);
        Persons persons = Persons.joined(firstSeen.keySet(), quarantine.free(), policy);

        SortedMap<Identifier, String> oneIds = new TreeMap<>();
        persons.anchors(bestAnchorFirst(policy, firstSeen::get))
                .forEach((identifier, anchor) -> oneIds.put(identifier, OneId.of(anchor)));
        List<Evidence> joined = quarantine.free().stream()
                .filter(persons::haveBothEnds)
                .sorted(Comparator.comparing(Evidence::key))
                .toList();
        List<HeldBack> heldBack = Stream.of(screening.heldBack(), quarantine.heldBack(), persons.heldBack())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(held -> held.evidence().key()))
                .toList();
        return new Resolution(oneIds, joined, heldBack, screening.nextExpiryMillis());
    }

    private static Map<Identifier, Long> firstSeen(Collection<Evidence> seen) {
        Map<Identifier, Long> firstSeen = new HashMap<>();
        for (Evidence evidence : seen) {
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
