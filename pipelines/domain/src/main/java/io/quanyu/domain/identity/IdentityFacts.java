package io.quanyu.domain.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * All that one tenant knows about who is who. It stands for a set: order and repeats mean nothing.
 *
 * @param evidence may name one key several times
 * @param retracted keys of evidence that was wrong: it ties nothing, also if it is seen again, but its ends exist
 * @param blocked identifiers that join nobody, for example a shop's own phone
 */
public record IdentityFacts(Collection<Evidence> evidence, Set<String> retracted, Set<Identifier> blocked) {

    public static IdentityFacts of(Collection<Evidence> evidence) {
        return new IdentityFacts(evidence, Set.of(), Set.of());
    }

    /** What the rulings come to, in whichever order they are given. */
    public static IdentityFacts of(Collection<Evidence> evidence, Collection<Ruling> rulings) {
        Set<String> retracted = new HashSet<>();
        Map<String, Ruling> newest = new HashMap<>();
        for (Ruling ruling : rulings) {
            if (ruling.kind() == Ruling.Kind.RETRACT) {
                retracted.add(ruling.target());
            } else {
                newest.merge(ruling.target(), ruling, BinaryOperator.maxBy(Ruling::compareTo));
            }
        }
        Set<Identifier> blocked = new HashSet<>();
        for (Ruling ruling : newest.values()) {
            if (ruling.kind() == Ruling.Kind.BLOCK) {
                blocked.add(Identifier.parse(ruling.target()));
            }
        }
        return new IdentityFacts(evidence, retracted, blocked);
    }

    /** All evidence, the retracted too, one for each key, in the order of the keys. */
    Collection<Evidence> known() {
        Map<String, Evidence> known = new TreeMap<>();
        evidence.forEach(one -> known.merge(one.key(), one, Evidence::merge));
        return known.values();
    }

    boolean isRetracted(Evidence one) {
        return retracted.contains(one.key());
    }
}
