package io.quanyu.domain.identity;

import io.quanyu.domain.identity.Node.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@link Resolve} of one tenant's facts, kept up to date as facts come in: after each call it says what
 * {@code Resolve.resolve} of everything so far would say.
 *
 * <p>A call resolves again only the components that it touches, over live links: a shared phone holds none together. An
 * identifier that was alone and follows its first link (an order its account) costs nothing more, and evidence that was
 * only seen again costs next to nothing. Time never goes back: a fact that comes late is judged as of now.
 *
 * <p>Not for several threads. It is rebuilt from the set of facts, not serialized.
 */
public final class Components {

    /**
     * An identifier went to another person.
     *
     * @param newOneId null if nothing is known of the identifier any more
     * @param previousOneId null if nothing was known of it before
     */
    public record Change(Identifier identifier, @Nullable String newOneId, @Nullable String previousOneId) {}

    private final IdentityPolicy policy;
    private final EvidenceGraph graph;
    private final Comparator<Identifier> bestAnchorFirst;
    private final Set<String> retracted = new HashSet<>();
    private final Set<Node> touched = new HashSet<>();

    /** No facts yet, at an instant in epoch milliseconds. */
    public Components(IdentityPolicy policy, long asOfMillis) {
        this.policy = policy;
        this.graph = new EvidenceGraph(policy, asOfMillis);
        this.bestAnchorFirst = graph.bestAnchorFirst();
    }

    /** Takes in evidence and tells what changed, in the order of the identifiers. */
    public List<Change> add(Collection<Evidence> seen) {
        for (Evidence one : seen) {
            if (!retracted.contains(one.key())) {
                add(one);
            }
        }
        return settled();
    }

    /** From now on evidence of this key is as if never seen, also if it is seen again. */
    public List<Change> retract(String evidenceKey) {
        if (retracted.add(evidenceKey)) {
            graph.retract(evidenceKey);
        }
        return settled();
    }

    /** From now on this identifier joins nobody. */
    public List<Change> block(Identifier identifier) {
        graph.block(identifier);
        return settled();
    }

    /** Lets time pass, so that evidence expires. An earlier instant changes nothing. */
    public List<Change> advanceTo(long instantMillis) {
        graph.advanceTo(instantMillis);
        return settled();
    }

    /** The next instant at which time alone may change something, {@link Long#MAX_VALUE} if none. */
    public long nextExpiryMillis() {
        return graph.nextExpiryMillis();
    }

    /** The person of every identifier. */
    public SortedMap<Identifier, String> oneIds() {
        SortedMap<Identifier, String> oneIds = new TreeMap<>();
        graph.nodes().forEach((identifier, node) -> oneIds.put(identifier, node.oneId));
        return oneIds;
    }

    private void add(Evidence one) {
        Node left = node(one.left());
        Node right = node(one.right());
        List<Node> alone = graph.put(one, left, right);
        if (alone.isEmpty()) {
            return;
        }
        Node leaf = alone.size() == 2 && bestAnchorFirst.compare(left.identifier, right.identifier) < 0
                ? right
                : alone.get(0);
        Node other = leaf == left ? right : left;
        if (followsBlindly(leaf, other, one)) {
            anchor(leaf, other.anchor);
        } else {
            graph.unsettle(left, right);
        }
    }

    /** Whether one that was alone joins the other's person whatever else that person has, and leaves its id as it is. */
    private boolean followsBlindly(Node leaf, Node other, Evidence link) {
        return policy.type(leaf.identifier).perPerson() == IdentityPolicy.UNLIMITED
                && policy.trust(link) != Trust.HINT
                && bestAnchorFirst.compare(other.anchor, leaf.identifier) < 0;
    }

    private Node node(Identifier identifier) {
        return graph.nodes().computeIfAbsent(identifier, absent -> {
            var node = new Node(absent, policy);
            touched.add(node);
            return node;
        });
    }

    private void anchor(Node node, Identifier anchor) {
        if (!node.anchor.equals(anchor)) {
            node.anchor = anchor;
            touched.add(node);
        }
    }

    private List<Change> settled() {
        Set<Node> reached = new HashSet<>();
        for (Node unsettled : graph.takeUnsettled()) {
            if (unsettled.evidence.isEmpty()) {
                graph.nodes().remove(unsettled.identifier);
                touched.add(unsettled);
            } else if (!reached.contains(unsettled)) {
                resolve(component(unsettled, reached));
            }
        }
        List<Change> changes = new ArrayList<>();
        touched.forEach(node -> report(node, changes));
        touched.clear();
        changes.sort(Comparator.comparing(Change::identifier));
        return changes;
    }

    private static List<Node> component(Node start, Set<Node> reached) {
        List<Node> component = new ArrayList<>();
        Deque<Node> waiting = new ArrayDeque<>(List.of(start));
        reached.add(start);
        while (!waiting.isEmpty()) {
            Node node = waiting.remove();
            component.add(node);
            for (Edge link : node.liveLinks()) {
                Node next = link.otherThan(node);
                if (reached.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return component;
    }

    private void resolve(List<Node> component) {
        List<Identifier> identifiers =
                component.stream().map(node -> node.identifier).toList();
        Set<Evidence> links = new HashSet<>();
        component.forEach(node -> node.liveLinks().forEach(link -> links.add(link.evidence)));
        Map<Identifier, Identifier> anchors =
                Persons.joined(identifiers, links, policy).anchors(bestAnchorFirst);
        component.forEach(node -> anchor(node, anchors.get(node.identifier)));
    }

    private void report(Node node, List<Change> changes) {
        String now = node.evidence.isEmpty() ? null : OneId.of(node.anchor);
        if (!Objects.equals(now, node.oneId)) {
            changes.add(new Change(node.identifier, now, node.oneId));
            node.oneId = now;
        }
    }
}
