package io.quanyu.domain.identity;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An identifier in an {@link EvidenceGraph}. Mutable; lives and dies with its graph. */
final class Node {

    final Identifier identifier;
    final boolean account;

    /** Null if its type has no cap. */
    final @Nullable Holders holders;

    /** All that is known of it may have been removed since: what was once seen exists. */
    long firstSeenMillis = Long.MAX_VALUE;

    /** Evidence that may join and has not expired. */
    final Set<Edge> links = new HashSet<>();

    /** How many of the links are live. */
    int liveLinks;

    boolean blocked;

    /** In a component with more accounts than one person can have. */
    boolean quarantined;

    /** The identifier that the id of its person derives from; the node itself as long as it is alone. */
    Node anchor = this;

    /** The anchor that was last told; null before. */
    @Nullable
    Node toldAnchor;

    private @Nullable String ownOneId;

    /** A tie in the graph. */
    static final class Edge {
        final String key;
        final Node left;
        final Node right;

        /** Why it can join nobody whatever else there is; null if it can. */
        final @Nullable HeldBack heldForItself;

        Evidence evidence;

        /** Whether it was removed, so that nothing but its last verdict is left of it. */
        boolean removed;

        /** Whether it is among the links of its ends. */
        boolean linked;

        /** Whether it is a link, and neither end is shared or blocked. */
        boolean live;

        /** The first instant at which its expiry will be looked at. */
        long queuedAtMillis = IdentityPolicy.FOREVER;

        /** Why its component has no use for it; null if it has. */
        @Nullable
        HeldBack refused;

        /** Why it is held back, as last told; null if not, or not told yet. */
        @Nullable
        HeldBack told;

        Edge(String key, Node left, Node right, Evidence evidence, @Nullable HeldBack heldForItself) {
            this.key = key;
            this.left = left;
            this.right = right;
            this.evidence = evidence;
            this.heldForItself = heldForItself;
        }

        Node otherThan(Node end) {
            return end == left ? right : left;
        }
    }

    Node(Identifier identifier, IdentityPolicy policy, boolean blocked) {
        this.identifier = identifier;
        this.blocked = blocked;
        IdentityPolicy.Type type = policy.type(identifier);
        this.account = type.account();
        this.holders = type.capped() ? new Holders(type.accountCap(), policy.publicAccounts()) : null;
    }

    boolean isShared() {
        return holders != null && holders.isShared();
    }

    boolean isSharedForGood() {
        return holders != null && holders.isSharedForGood();
    }

    /** The id of the person that it names. */
    String ownOneId() {
        if (ownOneId == null) {
            ownOneId = OneId.of(identifier);
        }
        return ownOneId;
    }
}
