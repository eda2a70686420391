package io.quanyu.domain.identity;

import io.quanyu.domain.identity.Node.Edge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the components to resolve again, within one settlement. First every node in quarantine that lost a link is asked
 * whether it is {@link #released}; only then do the flags of the others say what they should.
 *
 * <p>However large a component in quarantine is, a node that comes to it costs itself only, and a lost link no more than it
 * takes to meet too many accounts again.
 */
final class ComponentSearch {

    private final int mostAccounts;
    private final Set<Node> settled = new HashSet<>();

    /**
     * Nodes that hang together.
     *
     * @param tooLarge whether they are part of a component for the quarantine: then the rest of it is there already
     */
    record Component(List<Node> nodes, boolean tooLarge) {}

    ComponentSearch(int mostAccounts) {
        this.mostAccounts = mostAccounts;
    }

    /** The whole component of a node in quarantine if one person can have it now. */
    Optional<List<Node>> released(Node start) {
        if (settled.contains(start)) {
            return Optional.empty();
        }
        List<Node> found = new ArrayList<>(List.of(start));
        Set<Node> met = new HashSet<>(found);
        int accounts = start.account ? 1 : 0;
        for (int i = 0; i < found.size(); i++) {
            Node node = found.get(i);
            for (Edge link : node.links) {
                Node next = link.otherThan(node);
                if (!link.live || !met.add(next)) {
                    continue;
                }
                found.add(next);
                accounts += next.account ? 1 : 0;
                if (accounts > mostAccounts || settled.contains(next)) {
                    found.stream().filter(one -> one.quarantined).forEach(settled::add);
                    return Optional.empty();
                }
            }
        }
        settled.addAll(found);
        return Optional.of(found);
    }

    /** The part of a node's component that is not in quarantine yet; empty if it was found before. */
    Component component(Node start) {
        List<Node> found = new ArrayList<>();
        boolean tooLarge = false;
        int accounts = 0;
        if (settled.add(start)) {
            found.add(start);
        }
        for (int i = 0; i < found.size(); i++) {
            Node node = found.get(i);
            accounts += node.account ? 1 : 0;
            if (node.liveLinks == 0) {
                continue;
            }
            for (Edge link : node.links) {
                Node next = link.otherThan(node);
                if (link.live && next.quarantined) {
                    tooLarge = true;
                } else if (link.live && settled.add(next)) {
                    found.add(next);
                }
            }
        }
        return new Component(found, tooLarge || accounts > mostAccounts);
    }
}
