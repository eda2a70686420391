package io.quanyu.domain.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that one tenant knows about who is who. It stands for a set: order and repeats mean nothing.
 *
 * @param evidence may name one key several times
 * @param retracted keys of evidence that was wrong: as if never seen, also if it is seen again
 * @param blocked identifiers that join nobody, for example a shop's own phone
 */
public record IdentityFacts(Collection<Evidence> evidence, Set<String> retracted, Set<Identifier> blocked) {

    public static IdentityFacts of(Collection<Evidence> evidence) {
        return new IdentityFacts(evidence, Set.of(), Set.of());
    }

    /** The evidence that stands, one for each key, in the order of the keys. */
    Collection<Evidence> standing() {
        Map<String, Evidence> standing = new TreeMap<>();
        for (Evidence one : evidence) {
            String key = one.key();
            if (!retracted.contains(key)) {
                standing.merge(key, one, Evidence::merge);
            }
        }
        return standing.values();
    }
}
