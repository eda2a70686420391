package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that adds to what was known, as a row of {@code dim.identity_evidence_change}. Rows of one key merge: the earliest
 * first, the latest last. A sighting of one identifier has it on both sides.
 *
 * @param trust name of the {@link io.quanyu.domain.identity.Trust} in the rule
 * @param firstSeenMillis when Quanyu first received it, epoch milliseconds
 * @param lastSeenMillis when it last held by the platforms' clocks, epoch milliseconds; null where evidence stays for ever: that it was seen
 *     again is then no news, and which sighting came first would show
 * @param sourceEvent id of the event that saw it first
 * @param validAtMillis the instant of the fact behind this row, epoch milliseconds
 */
@TypeInfo(RecordType.Factory.class)
public record EvidenceChange(
        String tenant,
        String leftType,
        String leftScope,
        String leftValue,
        String rightType,
        String rightScope,
        String rightValue,
        String rule,
        String trust,
        long firstSeenMillis,
        @Nullable Long lastSeenMillis,
        String sourceEvent,
        long validAtMillis) {

    public static EvidenceChange of(String tenant, Fact fact, IdentityPolicy policy) {
        Evidence evidence = fact.evidence();
        return new EvidenceChange(
                tenant,
                evidence.left().type(),
                evidence.left().scope(),
                evidence.left().value(),
                evidence.right().type(),
                evidence.right().scope(),
                evidence.right().value(),
                evidence.rule(),
                policy.trust(evidence).name(),
                evidence.firstSeenMillis(),
                policy.expires(evidence) ? evidence.lastSeenMillis() : null,
                evidence.sourceEvent(),
                fact.atMillis());
    }
}
