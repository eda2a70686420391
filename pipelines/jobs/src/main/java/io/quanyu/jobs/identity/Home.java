package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityPolicy;

/** Which end of evidence keeps it: the order rather than its account, so that an account of many orders stays small. */
public final class Home {

    private Home() {}

    static Identifier of(Evidence evidence, IdentityPolicy policy) {
        IdentityPolicy.Type left = policy.type(evidence.left());
        IdentityPolicy.Type right = policy.type(evidence.right());
        if (left.capped() != right.capped()) {
            return left.capped() ? evidence.right() : evidence.left();
        }
        return left.anchorRank() > right.anchorRank() ? evidence.left() : evidence.right();
    }

    /** To the evidence's home, bringing its two ends together. */
    public static Addressed address(String tenant, Evidence evidence, IdentityPolicy policy, Fact fact) {
        Identifier home = of(evidence, policy);
        return new Addressed(tenant, Fingerprint.of(home), Fingerprint.of(evidence.otherThan(home)), fact);
    }

    /** To the evidence's home, without bringing its ends together. */
    public static Addressed alone(String tenant, Evidence evidence, IdentityPolicy policy, Fact fact) {
        long home = Fingerprint.of(of(evidence, policy));
        return new Addressed(tenant, home, home, fact);
    }
}
