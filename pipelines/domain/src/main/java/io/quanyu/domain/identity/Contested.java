package io.quanyu.domain.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Links that contradict each other, so that none of them says whose an identifier is: an order of two members of one shop, an
 * account of a hundred phones.
 *
 * <p>All links of an identifier hang together, so a component has everything that is to be known of it.
 */
final class Contested {

    /** Of one trace, as one rule ties accounts of one kind to it. */
    private record Kind(Identifier trace, String rule, String type, String scope) {}

    /** Of one account, as one rule ties traces of one type to it. */
    private record Having(Identifier account, String rule, String type) {}

    private final IdentityPolicy policy;
    private final Map<Kind, Set<Identifier>> accounts = new HashMap<>();
    private final Map<Having, Set<Identifier>> traces = new HashMap<>();
    private final Set<Identifier> ofTwo = new HashSet<>();
    private final List<HeldBack> heldBack = new ArrayList<>();
    private final List<Evidence> rest = new ArrayList<>();

    private Contested(IdentityPolicy policy) {
        this.policy = policy;
    }

    /** Of links that have passed the screening; what is not contested stays in their order. */
    static Contested among(Collection<Evidence> links, IdentityPolicy policy) {
        var contested = new Contested(policy);
        links.forEach(contested::count);
        contested.accounts.forEach((kind, its) -> {
            if (its.size() > 1) {
                contested.ofTwo.add(kind.trace());
            }
        });
        links.forEach(contested::sort);
        return contested;
    }

    List<HeldBack> heldBack() {
        return heldBack;
    }

    List<Evidence> rest() {
        return rest;
    }

    private void count(Evidence link) {
        Identifier trace = trace(link);
        Identifier account = link.otherThan(trace);
        if (isCertainOfOne(link, trace) && policy.type(account).account()) {
            accounts.computeIfAbsent(
                            new Kind(trace, link.rule(), account.type(), account.scope()), absent -> new HashSet<>())
                    .add(account);
        }
        if (isLimited(trace)) {
            traces.computeIfAbsent(having(link, trace), absent -> new HashSet<>())
                    .add(trace);
        }
    }

    private void sort(Evidence link) {
        Identifier trace = trace(link);
        if (isCertainOfOne(link, trace) && ofTwo.contains(trace)) {
            hold(link, trace.text() + " is of two accounts of one kind, so nothing says whose it is");
        } else if (isLimited(trace) && traces.get(having(link, trace)).size() > most(trace)) {
            Identifier account = link.otherThan(trace);
            hold(link, account.text() + " has more than " + most(trace) + " of " + trace.type());
        } else {
            rest.add(link);
        }
    }

    private void hold(Evidence link, String detail) {
        heldBack.add(new HeldBack(link, HeldBack.Reason.CONTESTED, detail));
    }

    /** The end that is no account; of two accounts, either. */
    private Identifier trace(Evidence link) {
        return policy.type(link.left()).account() ? link.right() : link.left();
    }

    private boolean isCertainOfOne(Evidence link, Identifier trace) {
        return policy.type(trace).ofOneOfAKind() && policy.trust(link) == Trust.CERTAIN;
    }

    private boolean isLimited(Identifier trace) {
        return most(trace) != IdentityPolicy.UNLIMITED;
    }

    private int most(Identifier trace) {
        return policy.type(trace).perAccount();
    }

    private static Having having(Evidence link, Identifier trace) {
        return new Having(link.otherThan(trace), link.rule(), trace.type());
    }
}
