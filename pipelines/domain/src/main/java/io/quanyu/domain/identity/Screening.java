package io.quanyu.domain.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sorts out evidence that may not join anybody, whatever else there is. */
final class Screening {

    private final IdentityPolicy policy;
    private final Set<Identifier> blocked;
    private final long asOfMillis;
    private final Map<Identifier, Set<Identifier>> accounts = new HashMap<>();
    private final List<Evidence> links = new ArrayList<>();
    private final List<HeldBack> heldBack = new ArrayList<>();
    private long nextExpiryMillis = IdentityPolicy.FOREVER;

    private Screening(IdentityPolicy policy, Set<Identifier> blocked, long asOfMillis) {
        this.policy = policy;
        this.blocked = blocked;
        this.asOfMillis = asOfMillis;
    }

    /** Of evidence that has each key once. */
    static Screening of(
            Collection<Evidence> evidence, Set<Identifier> blocked, IdentityPolicy policy, long asOfMillis) {
        var screening = new Screening(policy, blocked, asOfMillis);
        List<Evidence> alive = evidence.stream().filter(screening::passesAlone).toList();
        alive.forEach(screening::count);
        alive.forEach(screening::linkUnlessShared);
        return screening;
    }

    List<Evidence> links() {
        return links;
    }

    List<HeldBack> heldBack() {
        return heldBack;
    }

    long nextExpiryMillis() {
        return nextExpiryMillis;
    }

    private boolean passesAlone(Evidence evidence) {
        if (evidence.isSighting()) {
            return false;
        }
        HeldBack held = heldAlone(evidence);
        if (held != null) {
            heldBack.add(held);
        }
        return held == null;
    }

    private @Nullable HeldBack heldAlone(Evidence evidence) {
        if (!policy.knows(evidence.rule())) {
            String detail = "the policy has no rule \"" + evidence.rule() + "\"";
            return new HeldBack(evidence, HeldBack.Reason.UNKNOWN_RULE, detail);
        }
        if (policy.trust(evidence) == Trust.NEVER) {
            String detail = "\"" + evidence.rule() + "\" never joins persons";
            return new HeldBack(evidence, HeldBack.Reason.NEVER_JOINS, detail);
        }
        if (isBlocked(evidence.left()) || isBlocked(evidence.right())) {
            Identifier end = isBlocked(evidence.left()) ? evidence.left() : evidence.right();
            return new HeldBack(evidence, HeldBack.Reason.BLOCKED, end.text() + " is blocked");
        }
        if (policy.expiresAtMillis(evidence) <= asOfMillis) {
            String detail =
                    "last seen at " + evidence.lastSeenMillis() + ", expired at " + policy.expiresAtMillis(evidence);
            return new HeldBack(evidence, HeldBack.Reason.EXPIRED, detail);
        }
        return null;
    }

    private boolean isBlocked(Identifier identifier) {
        return blocked.contains(identifier) || policy.blocks(identifier);
    }

    private void count(Evidence evidence) {
        nextExpiryMillis = Math.min(nextExpiryMillis, policy.expiresAtMillis(evidence));
        countAccount(evidence.left(), evidence.right());
        countAccount(evidence.right(), evidence.left());
    }

    private void countAccount(Identifier identifier, Identifier neighbour) {
        boolean capped = policy.type(identifier).accountCap() != IdentityPolicy.UNLIMITED;
        if (capped && policy.type(neighbour).account()) {
            accounts.computeIfAbsent(identifier, key -> new HashSet<>()).add(neighbour);
        }
    }

    private void linkUnlessShared(Evidence evidence) {
        if (isShared(evidence.left())) {
            heldBack.add(shared(evidence, evidence.left()));
        } else if (isShared(evidence.right())) {
            heldBack.add(shared(evidence, evidence.right()));
        } else {
            links.add(evidence);
        }
    }

    private boolean isShared(Identifier identifier) {
        return accounts.getOrDefault(identifier, Set.of()).size()
                > policy.type(identifier).accountCap();
    }

    private HeldBack shared(Evidence evidence, Identifier end) {
        String detail = end.text() + " is on "
                + accounts.getOrDefault(end, Set.of()).size() + " accounts, but one person's is on at most "
                + policy.type(end).accountCap();
        return new HeldBack(evidence, HeldBack.Reason.SHARED, detail);
    }
}
