package io.quanyu.domain.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** skeleton */
public final class Components {

    /**
     * An identifier went to another person.
     *
     * @param newOneId null if nothing is known of the identifier any more
     * @param previousOneId null if nothing was known of it before
     */
    public record Change(Identifier identifier, @Nullable String newOneId, @Nullable String previousOneId) {}

    private final IdentityPolicy policy;
    private final Map<String, Evidence> evidence = new HashMap<>();
    private final Set<String> retracted = new HashSet<>();
    private final Set<Identifier> blocked = new HashSet<>();
    private long asOfMillis;
    private Resolution said;

    public Components(IdentityPolicy policy, long asOfMillis) {
        this.policy = policy;
        this.asOfMillis = asOfMillis;
        this.said = Resolve.resolve(IdentityFacts.of(List.of()), policy, asOfMillis);
    }

    public List<Change> add(Collection<Evidence> seen) {
        seen.forEach(one -> evidence.merge(one.key(), one, Evidence::merge));
        return changes();
    }

    public List<Change> retract(String evidenceKey) {
        retracted.add(evidenceKey);
        return changes();
    }

    public List<Change> block(Identifier identifier) {
        blocked.add(identifier);
        return changes();
    }

    public List<Change> advanceTo(long instantMillis) {
        asOfMillis = Math.max(asOfMillis, instantMillis);
        return changes();
    }

    public long nextExpiryMillis() {
        return said.nextExpiryMillis();
    }

    public SortedMap<Identifier, String> oneIds() {
        return said.oneIds();
    }

    private List<Change> changes() {
        SortedMap<Identifier, String> before = said.oneIds();
        said = Resolve.resolve(new IdentityFacts(evidence.values(), retracted, blocked), policy, asOfMillis);
        SortedMap<Identifier, Change> changes = new TreeMap<>();
        said.oneIds().forEach((identifier, oneId) -> {
            if (!oneId.equals(before.get(identifier))) {
                changes.put(identifier, new Change(identifier, oneId, before.get(identifier)));
            }
        });
        before.forEach((identifier, oneId) -> {
            if (!said.oneIds().containsKey(identifier)) {
                changes.put(identifier, new Change(identifier, null, oneId));
            }
        });
        return List.copyOf(changes.values());
    }
}
