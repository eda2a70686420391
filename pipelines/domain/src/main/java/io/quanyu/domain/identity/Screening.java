package io.quanyu.domain.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts out evidence that may not join anybody, whoever hangs together with its ends. */
final class Screening {

    private final IdentityFacts facts;
    private final IdentityPolicy policy;
    private final long asOfMillis;
    private final Map<Identifier, List<Sharing.Tie>> tiesByHub = new HashMap<>();
    private final List<Evidence> links = new ArrayList<>();
    private final List<HeldBack> heldBack = new ArrayList<>();
    private long nextExpiryMillis = IdentityPolicy.FOREVER;

    private Screening(IdentityFacts facts, IdentityPolicy policy, long asOfMillis) {
        this.facts = facts;
        this.policy = policy;
        this.asOfMillis = asOfMillis;
    }

    static Screening of(IdentityFacts facts, IdentityPolicy policy, long asOfMillis) {
        var screening = new Screening(facts, policy, asOfMillis);
        for (Evidence one : facts.known()) {
            if (!one.isSighting()) {
                screening.screen(one, facts.isRetracted(one));
            }
        }
        screening.tiesByHub.forEach(screening::screenTies);
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

    private void screen(Evidence tie, boolean retracted) {
        Optional<HeldBack> held = policy.heldForItself(tie);
        Identifier hub = policy.hub(tie);
        if (hub != null) {
            tiesByHub.computeIfAbsent(hub, absent -> new ArrayList<>()).add(new Sharing.Tie(tie, retracted));
        } else if (retracted) {
            return;
        } else if (held.isPresent()) {
            heldBack.add(held.get());
        } else if (policy.isExpired(tie, asOfMillis)) {
            heldBack.add(HeldBack.expired(tie, policy));
        } else {
            nextExpiryMillis = Math.min(nextExpiryMillis, policy.expiresAtMillis(tie));
            linkUnlessBlocked(tie);
        }
    }

    private void screenTies(Identifier hub, List<Sharing.Tie> ties) {
        Sharing sharing = Sharing.of(hub, ties, policy, asOfMillis);
        heldBack.addAll(sharing.heldBack().values());
        nextExpiryMillis = Math.min(nextExpiryMillis, sharing.nextChangeMillis());
        sharing.open().values().forEach(this::linkUnlessBlocked);
    }

    private void linkUnlessBlocked(Evidence tie) {
        if (facts.blocked().contains(tie.left())) {
            heldBack.add(HeldBack.blocked(tie, tie.left()));
        } else if (facts.blocked().contains(tie.right())) {
            heldBack.add(HeldBack.blocked(tie, tie.right()));
        } else {
            links.add(tie);
        }
    }
}
