package io.quanyu.domain.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An identifier in an {@link EvidenceGraph}. Mutable; lives and dies with its graph. */
final class Node {

    final Identifier identifier;

    /** The identifier that the id of its person derives from; the node's own as long as it is alone. */
    Identifier anchor;

    /** The id of its person as last reported; null before. */
    @Nullable
    String oneId;

    long firstSeenMillis = Long.MAX_VALUE;

    /** All evidence that names it. */
    final Set<Edge> evidence = new HashSet<>();

    /** The part of it that may join, unless one end is shared. */
    final Set<Edge> links = new HashSet<>();

    private final int accountCap;
    private final Map<Node, Integer> linksByAccount = new HashMap<>();

    /** Evidence in the graph: its ends, which are the same node for a sighting. */
    static final class Edge {
        final Node left;
        final Node right;
        Evidence evidence;
        boolean queued;

        Edge(Node left, Node right, Evidence evidence) {
            this.left = left;
            this.right = right;
            this.evidence = evidence;
        }

        /** May join: screened, and with no shared end. */
        boolean isLive() {
            return left.links.contains(this) && !left.isShared() && !right.isShared();
        }

        Node otherThan(Node end) {
            return end == left ? right : left;
        }
    }

    Node(Identifier identifier, IdentityPolicy policy) {
        this.identifier = identifier;
        this.anchor = identifier;
        this.accountCap = policy.type(identifier).accountCap();
    }

    boolean isShared() {
        return linksByAccount.size() > accountCap;
    }

    /** Counts the account at the other end of a new link, or discounts it. Only where there is a cap. */
    void countAccount(Node account, int change) {
        if (accountCap != IdentityPolicy.UNLIMITED) {
            linksByAccount.merge(account, change, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    boolean isAlone() {
        return isShared() || links.stream().noneMatch(Edge::isLive);
    }

    List<Edge> liveLinks() {
        if (isShared()) {
            return List.of();
        }
        List<Edge> live = new ArrayList<>(links.size());
        for (Edge link : links) {
            if (!link.otherThan(this).isShared()) {
                live.add(link);
            }
        }
        return live;
    }

    void recallFirstSeen() {
        firstSeenMillis = evidence.stream()
                .mapToLong(edge -> edge.evidence.firstSeenMillis())
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
