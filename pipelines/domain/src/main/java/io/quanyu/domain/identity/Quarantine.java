package io.quanyu.domain.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Holds back all links of a component with more accounts than one person can have: something in it that is not one
 * person's ties strangers, and nobody knows yet what.
 */
final class Quarantine {

    private final Map<Identifier, Identifier> parents = new HashMap<>();
    private final Map<Identifier, Integer> accountsByRoot = new HashMap<>();
    private final Collection<Evidence> links;
    private final IdentityPolicy policy;

    private Quarantine(Collection<Evidence> links, IdentityPolicy policy) {
        this.links = links;
        this.policy = policy;
    }

    /** Of links that have passed the screening. */
    static Quarantine of(Collection<Evidence> links, IdentityPolicy policy) {
        var quarantine = new Quarantine(links, policy);
        links.forEach(link -> quarantine.parents.put(quarantine.root(link.left()), quarantine.root(link.right())));
        List.copyOf(quarantine.parents.keySet()).forEach(quarantine::count);
        return quarantine;
    }

    /** Links of components that one person can have. */
    List<Evidence> free() {
        return links.stream().filter(Predicate.not(this::isHeld)).toList();
    }

    List<HeldBack> heldBack() {
        return links.stream()
                .filter(this::isHeld)
                .map(link -> HeldBack.quarantined(link, policy))
                .toList();
    }

    private void count(Identifier identifier) {
        if (policy.type(identifier).account()) {
            accountsByRoot.merge(root(identifier), 1, Integer::sum);
        }
    }

    private boolean isHeld(Evidence link) {
        return accountsByRoot.getOrDefault(root(link.left()), 0) > policy.componentAccounts();
    }

    private Identifier root(Identifier identifier) {
        parents.putIfAbsent(identifier, identifier);
        Identifier root = identifier;
        for (Identifier parent = parents.get(root); !parent.equals(root); parent = parents.get(root)) {
            parents.put(root, parents.get(parent));
            root = parent;
        }
        return root;
    }
}
