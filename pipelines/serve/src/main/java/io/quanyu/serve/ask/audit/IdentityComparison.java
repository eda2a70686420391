package io.quanyu.serve.ask.audit;

import io.quanyu.domain.identity.HeldBack;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.Resolution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is who as the platform says it, beside what the facts come to.
 *
 * @param identifiers how many identifiers the facts name
 * @param persons how many persons they come to
 * @param heldBack how much evidence they hold back
 * @param differences where the two do not agree, none if all is well
 */
public record IdentityComparison(long identifiers, long persons, long heldBack, List<Difference> differences) {

    /**
     * One thing on which the two do not agree.
     *
     * @param subject an identifier, or the two ends and the rule of evidence
     * @param live what the platform says: a one_id, or the reason why evidence is held back; null for nothing
     * @param due what the facts come to
     */
    public record Difference(String subject, @Nullable String live, @Nullable String due) {}

    /**
     * Compares.
     *
     * @param liveOneIds the platform's person of each identifier
     * @param liveHeldBack the platform's reason for holding back evidence, by its key
     */
    static IdentityComparison of(
            SortedMap<Identifier, String> liveOneIds, SortedMap<String, String> liveHeldBack, Resolution due) {
        SortedMap<String, String> dueHeldBack = new TreeMap<>(due.heldBack().stream()
                .collect(Collectors.toMap(held -> held.evidence().key(), (HeldBack held) -> held.reason()
                        .name())));
        List<Difference> differences = new ArrayList<>();
        differences.addAll(differences(liveOneIds, due.oneIds(), Identifier::text));
        differences.addAll(differences(liveHeldBack, dueHeldBack, key -> key.replace("\t", " ~ ")));
        long persons = new HashSet<>(due.oneIds().values()).size();
        return new IdentityComparison(
                due.oneIds().size(), persons, due.heldBack().size(), differences);
    }

    private static <K> List<Difference> differences(Map<K, String> live, Map<K, String> due, Function<K, String> name) {
        SortedSet<K> all = new TreeSet<>(live.keySet());
        all.addAll(due.keySet());
        return all.stream()
                .filter(one -> !Objects.equals(live.get(one), due.get(one)))
                .map(one -> new Difference(name.apply(one), live.get(one), due.get(one)))
                .toList();
    }
}
