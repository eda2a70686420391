package io.quanyu.domain.identity;

import io.quanyu.domain.identity.Node.Edge;
import io.quanyu.domain.identity.Settlement.Change;
import io.quanyu.domain.identity.Settlement.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@link Resolve} of facts, kept up to date as they come in: after each {@link #settle} it says what {@code
 * Resolve.resolve} of everything so far would say.
 *
 * <p>The other calls only mark what they touch, and a settlement resolves again only the components that were touched, over
 * live links: a shared phone holds none together. An identifier that was alone and follows its first link (an order its
 * account) costs nothing more, and evidence that was only seen again costs next to nothing. Time never goes back: a fact
 * that comes late is judged as of now.
 *
 * <p>Not for several threads. It is rebuilt from the set of facts, not serialized.
 */
public final class Components {

    private final IdentityPolicy policy;
    private final EvidenceGraph graph;
    private final Set<Node> touched = new HashSet<>();

    /** No facts yet, at an instant in epoch milliseconds. */
    public Components(IdentityPolicy policy, long asOfMillis) {
        this.policy = policy;
        this.graph = new EvidenceGraph(policy, asOfMillis);
    }

    /** Takes in evidence, merged with what was known under its key. */
    public void add(Evidence seen) {
        Edge link = graph.put(seen);
        if (link == null) {
            return;
        }
        Node leaf = leaf(link);
        if (leaf != null && followsBlindly(leaf, link)) {
            anchor(leaf, link.otherThan(leaf).anchor);
        } else {
            graph.unsettle(link);
        }
    }

    /** Evidence of this key ties nothing from now on, until it is added again. Its ends stay known. */
    public void remove(String evidenceKey) {
        graph.remove(evidenceKey);
    }

    /** From now on this identifier joins nobody. */
    public void block(Identifier identifier) {
        graph.block(identifier);
    }

    /** From now on this identifier joins as its evidence says. */
    public void unblock(Identifier identifier) {
        graph.unblock(identifier);
    }

    /** Lets time pass, so that evidence expires. An earlier instant changes nothing. */
    public void advanceTo(long instantMillis) {
        graph.advanceTo(instantMillis);
    }

    /** Resolves again what was touched, and tells what changed since the settlement before. */
    public Settlement settle() {
        var search = new ComponentSearch(policy.componentAccounts());
        for (Node node : graph.takeCut()) {
            search.released(node).ifPresent(this::release);
        }
        for (Node node : graph.takeUnsettled()) {
            if (!node.quarantined) {
                settle(search.component(node));
            }
        }
        touched.addAll(graph.takeArrived());
        return new Settlement(changes(), verdicts());
    }

    /** The next instant at which time alone may change something, {@link Long#MAX_VALUE} if none. */
    public long nextExpiryMillis() {
        return graph.nextExpiryMillis();
    }

    /** The person of every identifier as of the last settlement. */
    public SortedMap<Identifier, String> oneIds() {
        SortedMap<Identifier, String> oneIds = new TreeMap<>();
        graph.nodes().forEach((identifier, node) -> {
            if (node.toldAnchor != null) {
                oneIds.put(identifier, node.toldAnchor.ownOneId());
            }
        });
        return oneIds;
    }

    /** How many identifiers are known. */
    public int size() {
        return graph.nodes().size();
    }

    /** The end of a new link that was alone until now, of two the one that cannot name their person; null if none was. */
    private @Nullable Node leaf(Edge link) {
        boolean leftAlone = link.left.liveLinks == 1;
        boolean rightAlone = link.right.liveLinks == 1;
        if (leftAlone && rightAlone) {
            return graph.bestAnchorFirst().compare(link.left, link.right) < 0 ? link.right : link.left;
        }
        return leftAlone ? link.left : rightAlone ? link.right : null;
    }

    /** Whether one that was alone joins the other's person whatever else that person has, and leaves its id as it is. */
    private boolean followsBlindly(Node leaf, Edge link) {
        Node other = link.otherThan(leaf);
        return !leaf.account
                && !leaf.quarantined
                && !other.quarantined
                && policy.type(leaf.identifier).perPerson() == IdentityPolicy.UNLIMITED
                && policy.type(leaf.identifier).perAccount() >= other.liveLinks
                && policy.trust(link.evidence) != Trust.HINT
                && graph.bestAnchorFirst().compare(other.anchor, leaf) < 0;
    }

    private void release(List<Node> component) {
        component.forEach(node -> node.quarantined = false);
        resolve(component);
    }

    private void settle(ComponentSearch.Component component) {
        if (component.tooLarge()) {
            component.nodes().forEach(this::quarantine);
        } else {
            resolve(component.nodes());
        }
    }

    private void quarantine(Node node) {
        node.quarantined = true;
        anchor(node, node);
        node.links.stream().filter(link -> link.live).forEach(graph::judge);
    }

    private void resolve(List<Node> component) {
        if (component.size() <= 1) {
            component.forEach(node -> anchor(node, node));
            return;
        }
        List<Evidence> links = new ArrayList<>();
        for (Node node : component) {
            for (Edge link : node.links) {
                if (link.live && link.left == node) {
                    links.add(link.evidence);
                    free(link);
                }
            }
        }
        Persons persons =
                Persons.joined(component.stream().map(node -> node.identifier).toList(), links, policy);
        persons.heldBack().forEach(graph::refuse);
        Map<Identifier, Identifier> anchors =
                persons.anchors((one, other) -> graph.bestAnchorFirst().compare(graph.node(one), graph.node(other)));
        component.forEach(node -> anchor(node, graph.node(anchors.get(node.identifier))));
    }

    private void free(Edge link) {
        link.refused = null;
        if (link.told != null) {
            graph.judge(link);
        }
    }

    private void anchor(Node node, Node anchor) {
        if (node.anchor != anchor) {
            node.anchor = anchor;
            touched.add(node);
        }
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Node node : touched) {
            Node before = node.toldAnchor;
            if (node.anchor != before) {
                String previous = before == null ? null : before.ownOneId();
                changes.add(new Change(node.identifier, node.anchor.ownOneId(), node.anchor == node, previous));
                node.toldAnchor = node.anchor;
            }
        }
        touched.clear();
        changes.sort(Comparator.comparing(Change::identifier));
        return changes;
    }

    private List<Verdict> verdicts() {
        List<Edge> judged = graph.takeUnjudged();
        judged.sort(Comparator.comparing(edge -> edge.key));
        List<Verdict> verdicts = new ArrayList<>();
        for (Edge edge : judged) {
            HeldBack held = graph.heldBack(edge);
            if (!saysTheSame(held, edge.told)) {
                verdicts.add(Verdict.of(edge.evidence, held));
            }
            edge.told = held;
        }
        return verdicts;
    }

    private static boolean saysTheSame(@Nullable HeldBack one, @Nullable HeldBack other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.reason() == other.reason() && one.detail().equals(other.detail());
    }
}
