package io.quanyu.domain.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Identifiers joined to persons by links that have passed the screening. The most trusted links come first, then the
 * earliest; a link that is {@link Contested} or would give one person too much of one kind is refused. Then come hints: two between the same
 * two persons are needed. Whom a human calls one person is joined at the end, whatever the limits say, and changes nothing of the rest.
 */
final class Persons {

    private static final Comparator<Evidence> BY_HASH = Comparator.comparingLong(link -> hash(link.key()));

    /** Which values a person may have only so many of. */
    private record Slot(String type, String scope) {}

    private record Pair(Identifier one, Identifier other) {}

    private final IdentityPolicy policy;
    private final Map<Identifier, Identifier> parents = new HashMap<>();
    private final Map<Identifier, Map<Slot, Integer>> slots = new HashMap<>();
    private final List<HeldBack> heldBack = new ArrayList<>();

    private Persons(IdentityPolicy policy) {
        this.policy = policy;
    }

    /** The order of {@code identifiers} and {@code links} does not matter; both ends of each link are identifiers. */
    static Persons joined(Collection<Identifier> identifiers, Collection<Evidence> links, IdentityPolicy policy) {
        var persons = new Persons(policy);
        identifiers.forEach(persons::addAlone);
        persons.join(links.stream().sorted(order(policy)).toList());
        persons.heldBack.removeIf(held -> persons.haveBothEnds(held.evidence()));
        return persons;
    }

    /** Links that were refused. */
    List<HeldBack> heldBack() {
        return heldBack;
    }

    /** Whether the link ties two identifiers of one person. */
    boolean haveBothEnds(Evidence link) {
        return root(link.left()).equals(root(link.right()));
    }

    /** By identifier, the best identifier of its person: the one that its id derives from. */
    Map<Identifier, Identifier> anchors(Comparator<Identifier> bestFirst) {
        Map<Identifier, Identifier> bestByRoot = new HashMap<>();
        parents.keySet()
                .forEach(identifier ->
                        bestByRoot.merge(root(identifier), identifier, (a, b) -> bestFirst.compare(a, b) <= 0 ? a : b));
        Map<Identifier, Identifier> anchors = new HashMap<>();
        parents.keySet().forEach(identifier -> anchors.put(identifier, bestByRoot.get(root(identifier))));
        return anchors;
    }

    private static Comparator<Evidence> order(IdentityPolicy policy) {
        return Comparator.comparing(policy::trust)
                .thenComparingLong(Evidence::firstSeenMillis)
                .thenComparing(BY_HASH)
                .thenComparing(Evidence::key);
    }

    private void addAlone(Identifier identifier) {
        parents.put(identifier, identifier);
        if (policy.type(identifier).perPerson() != IdentityPolicy.UNLIMITED) {
            slots.put(identifier, new HashMap<>(Map.of(new Slot(identifier.type(), identifier.scope()), 1)));
        }
    }

    private void join(List<Evidence> links) {
        Map<Pair, List<Evidence>> hints = new LinkedHashMap<>();
        List<Evidence> decided = new ArrayList<>();
        Contested contested = Contested.among(links, policy);
        heldBack.addAll(contested.heldBack());
        for (Evidence link : contested.rest()) {
            if (policy.trust(link) == Trust.DECIDED) {
                decided.add(link);
            } else if (policy.trust(link) == Trust.HINT) {
                hints.computeIfAbsent(pair(link), pair -> new ArrayList<>()).add(link);
            } else {
                joinOrRefuse(link);
            }
        }
        hints.values().stream().filter(same -> same.size() > 1).forEach(same -> same.forEach(this::joinOrRefuse));
        decided.forEach(link -> parents.put(root(link.right()), root(link.left())));
        hints.values().stream().filter(same -> same.size() == 1).forEach(same -> holdUnlessJoined(same.get(0)));
    }

    private Pair pair(Evidence link) {
        Identifier one = root(link.left());
        Identifier other = root(link.right());
        return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
    }

    private void joinOrRefuse(Evidence link) {
        Identifier one = root(link.left());
        Identifier other = root(link.right());
        if (one.equals(other)) {
            return;
        }
        Map<Slot, Integer> together = new HashMap<>(slots.getOrDefault(one, Map.of()));
        slots.getOrDefault(other, Map.of()).forEach((slot, count) -> together.merge(slot, count, Integer::sum));
        for (var taken : together.entrySet()) {
            int most = policy.type(taken.getKey().type()).perPerson();
            if (taken.getValue() > most) {
                heldBack.add(tooMany(link, taken.getKey(), taken.getValue(), most));
                return;
            }
        }
        parents.put(other, one);
        slots.put(one, together);
    }

    private static HeldBack tooMany(Evidence link, Slot slot, int count, int most) {
        String detail = "one person would have " + count + " of " + slot.type() + " in " + slot.scope()
                + ", but may have at most " + most;
        return new HeldBack(link, HeldBack.Reason.TOO_MANY_PER_PERSON, detail);
    }

    private void holdUnlessJoined(Evidence hint) {
        if (!haveBothEnds(hint)) {
            String detail =
                    "\"" + hint.rule() + "\" is only a hint, and there is no second one between the same persons";
            heldBack.add(new HeldBack(hint, HeldBack.Reason.NEEDS_SECOND_FACT, detail));
        }
    }

    private Identifier root(Identifier identifier) {
        Identifier root = identifier;
        for (Identifier parent = parents.get(root); !parent.equals(root); parent = parents.get(root)) {
            parents.put(root, parents.get(parent));
            root = parent;
        }
        return root;
    }

    /** Spreads keys evenly, so that ties of time are not always won by the same platform. Part of every one_id: fixed. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return hash ^ hash >>> 32;
    }
}
