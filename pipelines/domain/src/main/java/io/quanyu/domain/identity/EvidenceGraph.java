package io.quanyu.domain.identity;

import io.quanyu.domain.identity.Node.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of a tenant as a graph that knows which links are live, and notes where that changed.
 *
 * <p>A shared identifier has no live link, so it costs no more than its count of accounts however many there are. Every
 * member of a component that a change has split or joined is reached over live links from an {@link #takeUnsettled
 * unsettled} node.
 */
final class EvidenceGraph {

    private final IdentityPolicy policy;
    private final Map<Identifier, Node> nodes = new HashMap<>();
    private final Map<String, Edge> edges = new HashMap<>();
    private final Set<Identifier> blocked = new HashSet<>();
    private final Expiries expiries;
    private final Comparator<Node> bestAnchorFirst;
    private final Set<Node> arrived = new HashSet<>();
    private final Set<Node> unsettled = new HashSet<>();
    private final Set<Node> cut = new HashSet<>();
    private final Set<Edge> unjudged = new HashSet<>();
    private long asOfMillis;

    EvidenceGraph(IdentityPolicy policy, long asOfMillis) {
        this.policy = policy;
        this.expiries = new Expiries(policy);
        this.asOfMillis = asOfMillis;
        Comparator<Identifier> bestFirst =
                Resolve.bestAnchorFirst(policy, identifier -> node(identifier).firstSeenMillis);
        this.bestAnchorFirst = (one, other) -> bestFirst.compare(one.identifier, other.identifier);
    }

    Comparator<Node> bestAnchorFirst() {
        return bestAnchorFirst;
    }

    Map<Identifier, Node> nodes() {
        return nodes;
    }

    Node node(Identifier identifier) {
        Node known = nodes.get(identifier);
        if (known == null) {
            known = new Node(identifier, policy, blocked.contains(identifier));
            nodes.put(identifier, known);
            arrived.add(known);
        }
        return known;
    }

    /** Nodes of identifiers that were not known before; the next call gives only later ones. */
    List<Node> takeArrived() {
        return taken(arrived);
    }

    /** Nodes whose component must be resolved again; the next call gives only later ones. */
    List<Node> takeUnsettled() {
        return taken(unsettled);
    }

    /** Nodes in quarantine that have lost a link; the next call gives only later ones. */
    List<Node> takeCut() {
        return taken(cut);
    }

    /** Ties that may be held back or free unlike before; the next call gives only later ones. */
    List<Edge> takeUnjudged() {
        List<Edge> taken = taken(unjudged);
        for (Edge edge : taken) {
            if (edge.removed) {
                edges.remove(edge.key);
            }
        }
        return taken;
    }

    void unsettle(Edge link) {
        unsettled.add(link.left);
        unsettled.add(link.right);
    }

    void judge(Edge edge) {
        unjudged.add(edge);
    }

    /** The tie that a component has refused. */
    void refuse(HeldBack refused) {
        Edge edge = edges.get(refused.evidence().key());
        edge.refused = refused;
        unjudged.add(edge);
    }

    /** Takes in evidence. The new live link, if that is what it is: the caller unsettles it or knows better. */
    @Nullable
    Edge put(Evidence seen) {
        Node left = node(seen.left());
        noteFirstSeen(left, seen.firstSeenMillis());
        if (seen.isSighting()) {
            return null;
        }
        Node right = node(seen.right());
        noteFirstSeen(right, seen.firstSeenMillis());
        Edge edge = merged(seen, left, right);
        if (edge.linked || edge.heldForItself != null) {
            return null;
        }
        unjudged.add(edge);
        if (policy.isExpired(edge.evidence, asOfMillis)) {
            return null;
        }
        link(edge);
        return edge.live ? edge : null;
    }

    void remove(String key) {
        Edge edge = edges.get(key);
        if (edge != null) {
            unlink(edge);
            edge.removed = true;
            unjudged.add(edge);
        }
    }

    void block(Identifier identifier) {
        if (blocked.add(identifier)) {
            refreshBlocked(identifier);
        }
    }

    void unblock(Identifier identifier) {
        if (blocked.remove(identifier)) {
            refreshBlocked(identifier);
        }
    }

    void advanceTo(long instantMillis) {
        asOfMillis = Math.max(asOfMillis, instantMillis);
        for (Edge due = expiries.nextDue(asOfMillis); due != null; due = expiries.nextDue(asOfMillis)) {
            unlink(due);
        }
    }

    long nextExpiryMillis() {
        return expiries.nextMillis();
    }

    /** Why a tie is held back now that its component is settled; null if it is not, or was removed. */
    @Nullable
    HeldBack heldBack(Edge edge) {
        if (edge.removed || edge.heldForItself != null) {
            return edge.removed ? null : edge.heldForItself;
        }
        Evidence evidence = edge.evidence;
        Node shared = edge.left.isShared() ? edge.left : edge.right;
        if (shared.isSharedForGood()) {
            return HeldBack.sharedForGood(evidence, shared.identifier, policy);
        }
        if (!edge.linked) {
            return HeldBack.expired(evidence, policy);
        }
        if (shared.isShared()) {
            return HeldBack.shared(evidence, shared.identifier, policy);
        }
        if (!edge.live) {
            return HeldBack.blocked(evidence, (edge.left.blocked ? edge.left : edge.right).identifier);
        }
        return edge.left.quarantined ? HeldBack.quarantined(evidence, policy) : edge.refused;
    }

    private static <T> List<T> taken(Set<T> noted) {
        List<T> taken = new ArrayList<>(noted);
        noted.clear();
        return taken;
    }

    private void noteFirstSeen(Node node, long seenMillis) {
        if (seenMillis < node.firstSeenMillis) {
            node.firstSeenMillis = seenMillis;
            if (bestAnchorFirst.compare(node, node.anchor) < 0) {
                unsettled.add(node);
            }
        }
    }

    private Edge merged(Evidence seen, Node left, Node right) {
        String key = seen.key();
        Edge edge = edges.get(key);
        if (edge == null) {
            Evidence kept = seen.between(left.identifier, right.identifier);
            edge = new Edge(key, left, right, kept, policy.heldForItself(kept).orElse(null));
            edges.put(key, edge);
            unjudged.add(edge);
            if (edge.heldForItself == null) {
                count(left, right, 0);
                count(right, left, 0);
            }
        } else if (edge.removed) {
            edge.removed = false;
            edge.evidence = seen;
        } else {
            Evidence before = edge.evidence;
            edge.evidence = before.merge(seen);
            if (edge.live && edge.evidence.firstSeenMillis() != before.firstSeenMillis()) {
                unsettle(edge);
            }
        }
        return edge;
    }

    private void link(Edge edge) {
        edge.linked = true;
        edge.refused = null;
        edge.left.links.add(edge);
        edge.right.links.add(edge);
        expiries.add(edge);
        count(edge.left, edge.right, 1);
        count(edge.right, edge.left, 1);
        if (mayBeLive(edge)) {
            enliven(edge, 1);
        }
    }

    private void unlink(Edge edge) {
        if (edge.linked) {
            edge.linked = false;
            refresh(edge);
            edge.left.links.remove(edge);
            edge.right.links.remove(edge);
            count(edge.left, edge.right, -1);
            count(edge.right, edge.left, -1);
        }
    }

    private void count(Node end, Node other, int change) {
        Holders holders = end.holders;
        if (holders == null || !other.account) {
            return;
        }
        boolean sharedBefore = holders.isShared();
        boolean forGoodBefore = holders.isSharedForGood();
        holders.count(other, change);
        if (holders.isShared() != sharedBefore || holders.isSharedForGood() != forGoodBefore) {
            end.links.forEach(this::refresh);
        }
        if (holders.isSharedForGood() && !forGoodBefore) {
            // Once for an identifier: also of what has expired it is now said that it is shared.
            edges.values().stream()
                    .filter(edge -> edge.left == end || edge.right == end)
                    .forEach(unjudged::add);
        }
    }

    private void refreshBlocked(Identifier identifier) {
        Node node = nodes.get(identifier);
        if (node != null) {
            node.blocked = blocked.contains(identifier);
            node.links.forEach(this::refresh);
        }
    }

    private void refresh(Edge edge) {
        unjudged.add(edge);
        boolean live = mayBeLive(edge);
        if (live == edge.live) {
            return;
        }
        enliven(edge, live ? 1 : -1);
        unsettle(edge);
        if (!live && edge.left.quarantined) {
            cut.add(edge.left);
        }
        if (!live && edge.right.quarantined) {
            cut.add(edge.right);
        }
    }

    private static boolean mayBeLive(Edge edge) {
        return edge.linked
                && !edge.left.blocked
                && !edge.right.blocked
                && !edge.left.isShared()
                && !edge.right.isShared();
    }

    private static void enliven(Edge edge, int change) {
        edge.live = change > 0;
        edge.left.liveLinks += change;
        edge.right.liveLinks += change;
    }
}
