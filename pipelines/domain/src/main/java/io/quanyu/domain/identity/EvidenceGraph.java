package io.quanyu.domain.identity;

import io.quanyu.domain.identity.Node.Edge;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The evidence of a tenant as a graph that knows which links are live, and notes where that changed.
 *
 * <p>A shared identifier has no live link, so it costs no more than its count of accounts however many there are. Every
 * member of a component that a change has split or joined is reached over live links from a {@link #takeUnsettled unsettled}
 * node.
 */
final class EvidenceGraph {

    private record Expiry(long atMillis, Edge edge) {}

    private final IdentityPolicy policy;
    private final Map<Identifier, Node> nodes = new HashMap<>();
    private final Map<String, Edge> edges = new HashMap<>();
    private final Set<Identifier> blocked = new HashSet<>();
    private final PriorityQueue<Expiry> expiries = new PriorityQueue<>(Comparator.comparingLong(Expiry::atMillis));
    private final Comparator<Identifier> bestAnchorFirst;
    private Set<Node> unsettled = new LinkedHashSet<>();
    private long asOfMillis;

    EvidenceGraph(IdentityPolicy policy, long asOfMillis) {
        this.policy = policy;
        this.asOfMillis = asOfMillis;
        this.bestAnchorFirst = Resolve.bestAnchorFirst(policy, identifier -> nodes.get(identifier).firstSeenMillis);
    }

    Comparator<Identifier> bestAnchorFirst() {
        return bestAnchorFirst;
    }

    Map<Identifier, Node> nodes() {
        return nodes;
    }

    /** Nodes whose component must be resolved again; the next call tells only later ones. */
    Set<Node> takeUnsettled() {
        Set<Node> taken = unsettled;
        unsettled = new LinkedHashSet<>();
        return taken;
    }

    void unsettle(Node left, Node right) {
        unsettled.add(left);
        unsettled.add(right);
    }

    /**
     * Adds evidence between two nodes of this graph.
     *
     * @return the ends that were alone until now, if that is all this changes: then the caller may {@link #unsettle} them or
     *     know better
     */
    List<Node> put(Evidence seen, Node left, Node right) {
        Edge edge = edges.get(seen.key());
        if (edge == null) {
            edge = new Edge(left, right, seen);
            edges.put(seen.key(), edge);
            left.evidence.add(edge);
            right.evidence.add(edge);
        }
        Evidence before = edge.evidence;
        edge.evidence = before.merge(seen);
        noteFirstSeen(left, seen.firstSeenMillis());
        noteFirstSeen(right, seen.firstSeenMillis());
        if (left.links.contains(edge)) {
            if (edge.evidence.firstSeenMillis() != before.firstSeenMillis()) {
                unsettle(left, right);
            }
            return List.of();
        }
        return mayJoin(edge) ? link(edge) : List.of();
    }

    void retract(String key) {
        Edge edge = edges.remove(key);
        if (edge == null) {
            return;
        }
        unlink(edge);
        for (Node end : Set.copyOf(List.of(edge.left, edge.right))) {
            end.evidence.remove(edge);
            end.recallFirstSeen();
            unsettled.add(end);
        }
    }

    void block(Identifier identifier) {
        blocked.add(identifier);
        Node node = nodes.get(identifier);
        if (node != null) {
            List.copyOf(node.links).forEach(this::unlink);
        }
    }

    void advanceTo(long instantMillis) {
        asOfMillis = Math.max(asOfMillis, instantMillis);
        while (nextExpiryMillis() <= asOfMillis && !expiries.isEmpty()) {
            Edge edge = expiries.remove().edge();
            edge.queued = false;
            unlink(edge);
        }
    }

    /** When the next link expires. Links that went away or were seen again since leave the queue here. */
    long nextExpiryMillis() {
        for (Expiry head = expiries.peek(); head != null; head = expiries.peek()) {
            Edge edge = head.edge();
            boolean linked = edge.left.links.contains(edge);
            if (linked && policy.expiresAtMillis(edge.evidence) == head.atMillis()) {
                return head.atMillis();
            }
            expiries.remove();
            edge.queued = false;
            if (linked) {
                queue(edge);
            }
        }
        return IdentityPolicy.FOREVER;
    }

    private boolean mayJoin(Edge edge) {
        return !edge.evidence.isSighting()
                && policy.trust(edge.evidence) != Trust.NEVER
                && !isBlocked(edge.left.identifier)
                && !isBlocked(edge.right.identifier)
                && policy.expiresAtMillis(edge.evidence) > asOfMillis;
    }

    private boolean isBlocked(Identifier identifier) {
        return blocked.contains(identifier) || policy.blocks(identifier);
    }

    private void noteFirstSeen(Node node, long seenMillis) {
        if (seenMillis < node.firstSeenMillis) {
            node.firstSeenMillis = seenMillis;
            if (bestAnchorFirst.compare(node.identifier, node.anchor) < 0) {
                unsettled.add(node);
            }
        }
    }

    private List<Node> link(Edge edge) {
        List<Node> alone =
                Stream.of(edge.left, edge.right).filter(Node::isAlone).toList();
        queue(edge);
        change(edge, 1);
        if (edge.isLive() && alone.isEmpty()) {
            unsettle(edge.left, edge.right);
        }
        return edge.isLive() ? alone : List.of();
    }

    private void unlink(Edge edge) {
        if (edge.left.links.contains(edge)) {
            if (edge.isLive()) {
                unsettle(edge.left, edge.right);
            }
            change(edge, -1);
        }
    }

    private void queue(Edge edge) {
        long expiresAt = policy.expiresAtMillis(edge.evidence);
        if (expiresAt != IdentityPolicy.FOREVER && !edge.queued) {
            edge.queued = true;
            expiries.add(new Expiry(expiresAt, edge));
        }
    }

    private void change(Edge edge, int change) {
        change(edge, edge.left, edge.right, change);
        change(edge, edge.right, edge.left, change);
    }

    private void change(Edge edge, Node end, Node other, int change) {
        boolean sharedBefore = end.isShared();
        if (change > 0) {
            end.links.add(edge);
        } else {
            end.links.remove(edge);
        }
        if (policy.type(other.identifier).account()) {
            end.countAccount(other, change);
        }
        if (end.isShared() != sharedBefore) {
            end.links.forEach(link -> unsettle(link.left, link.right));
        }
    }
}
