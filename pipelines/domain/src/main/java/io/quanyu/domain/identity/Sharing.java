package io.quanyu.domain.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which ties of one capped identifier, say a phone, may join at an instant. It depends on nothing but these ties: not on
 * who is blocked, nor on what joins elsewhere.
 *
 * @param forGood whether it was ever on so many accounts that nothing will make it one person's again
 * @param open the ties that may join, by their keys
 * @param heldBack those that may not, because they expired or because the identifier is shared, by their keys
 * @param nextChangeMillis the next instant at which time alone changes anything, {@link Long#MAX_VALUE} if none
 */
public record Sharing(
        boolean forGood, Map<String, Evidence> open, Map<String, HeldBack> heldBack, long nextChangeMillis) {

    /**
     * Evidence of which the capped identifier is {@link IdentityPolicy#hub the hub}, one for each key.
     *
     * @param retracted whether it was wrong: then it is neither open nor held back, and counts only for ever
     */
    public record Tie(Evidence evidence, boolean retracted) {}

    /** Of all ties that a hub has and ever had. */
    public static Sharing of(Identifier hub, Collection<Tie> ties, IdentityPolicy policy, long asOfMillis) {
        Set<Identifier> accounts = new HashSet<>();
        Set<Identifier> accountsEver = new HashSet<>();
        Map<String, Evidence> unexpired = new HashMap<>();
        Map<String, HeldBack> heldBack = new HashMap<>();
        long nextChangeMillis = IdentityPolicy.FOREVER;
        for (Tie tie : ties) {
            Evidence evidence = tie.evidence();
            Identifier holder = evidence.otherThan(hub);
            boolean account = policy.type(holder).account();
            if (account) {
                accountsEver.add(holder);
            }
            if (tie.retracted()) {
                continue;
            }
            if (policy.isExpired(evidence, asOfMillis)) {
                heldBack.put(evidence.key(), HeldBack.expired(evidence, policy));
                continue;
            }
            nextChangeMillis = Math.min(nextChangeMillis, policy.expiresAtMillis(evidence));
            unexpired.put(evidence.key(), evidence);
            if (account) {
                accounts.add(holder);
            }
        }
        if (accountsEver.size() > policy.publicAccounts()) {
            return sharedForGood(hub, ties, policy);
        }
        if (accounts.size() <= policy.type(hub).accountCap()) {
            return new Sharing(false, unexpired, heldBack, nextChangeMillis);
        }
        unexpired.forEach((key, tie) -> heldBack.put(key, HeldBack.shared(tie, hub, policy)));
        return new Sharing(false, Map.of(), heldBack, nextChangeMillis);
    }

    /** Nothing changes any more, so nobody need remember when its ties were last seen. */
    private static Sharing sharedForGood(Identifier hub, Collection<Tie> ties, IdentityPolicy policy) {
        Map<String, HeldBack> heldBack = new HashMap<>();
        for (Tie tie : ties) {
            if (!tie.retracted()) {
                heldBack.put(tie.evidence().key(), HeldBack.sharedForGood(tie.evidence(), hub, policy));
            }
        }
        return new Sharing(true, Map.of(), heldBack, IdentityPolicy.FOREVER);
    }
}
