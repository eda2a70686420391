package io.quanyu.domain.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Why two identifiers are one person: the shortest chain of evidence that leads from one to the other. */
public final class Chain {

    /** One link costs more than any difference in trust. */
    private static final long LINK = 1L << 32;

    private record Reached(Identifier identifier, long cost) {}

    private final IdentityPolicy policy;
    private final Map<Identifier, List<Evidence>> links = new HashMap<>();

    private Chain(Collection<Evidence> joined, IdentityPolicy policy) {
        this.policy = policy;
        for (Evidence link : joined) {
            links.computeIfAbsent(link.left(), absent -> new ArrayList<>()).add(link);
            links.computeIfAbsent(link.right(), absent -> new ArrayList<>()).add(link);
        }
    }

    /**
     * The chain with the fewest links; of several the one with the least doubt in all, then that with the smaller keys.
     *
     * @param joined as in {@link Resolution#joined}, in any order
     * @return the links in the order from {@code from}; none if the two are the same; empty if nothing connects them
     */
    public static Optional<List<Evidence>> between(
            Collection<Evidence> joined, Identifier from, Identifier to, IdentityPolicy policy) {
        var chain = new Chain(joined, policy);
        Map<Identifier, Long> costs = chain.costsTo(to);
        return costs.containsKey(from) ? Optional.of(chain.follow(costs, from, to)) : Optional.empty();
    }

    private Map<Identifier, Long> costsTo(Identifier to) {
        Map<Identifier, Long> costs = new HashMap<>();
        var waiting = new PriorityQueue<>(Comparator.comparingLong(Reached::cost));
        waiting.add(new Reached(to, 0));
        while (!waiting.isEmpty()) {
            Reached nearest = waiting.remove();
            if (costs.putIfAbsent(nearest.identifier(), nearest.cost()) == null) {
                for (Evidence link : linksOf(nearest.identifier())) {
                    waiting.add(new Reached(link.otherThan(nearest.identifier()), nearest.cost() + cost(link)));
                }
            }
        }
        return costs;
    }

    private List<Evidence> follow(Map<Identifier, Long> costs, Identifier from, Identifier to) {
        List<Evidence> chain = new ArrayList<>();
        for (Identifier at = from; !at.equals(to); ) {
            Identifier here = at;
            Evidence next = linksOf(here).stream()
                    .filter(link -> costs.get(link.otherThan(here)) + cost(link) == costs.get(here))
                    .min(Comparator.comparing(Evidence::key))
                    .orElseThrow();
            chain.add(next);
            at = next.otherThan(here);
        }
        return chain;
    }

    private long cost(Evidence link) {
        return LINK + policy.trust(link).doubt;
    }

    private List<Evidence> linksOf(Identifier identifier) {
        return links.getOrDefault(identifier, List.of());
    }
}
