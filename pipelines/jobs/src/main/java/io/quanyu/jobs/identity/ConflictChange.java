package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.HeldBack;
import io.quanyu.domain.identity.Settlement.Verdict;
import io.quanyu.jobs.record.RecordType;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Evidence is held back from now on, or no longer, as a row of {@code dim.identity_conflict_change}. The newest row of a tie
 * counts.
 *
 * @param reason name of the {@link HeldBack.Reason}; null if the evidence is no longer held back
 * @param detail the reason in words; without a reason, {@value #RETRACTED} or null
 * @param validAtMillis since when, epoch milliseconds on the clock of the facts
 */
@TypeInfo(RecordType.Factory.class)
public record ConflictChange(
        String tenant,
        String leftType,
        String leftScope,
        String leftValue,
        String rightType,
        String rightScope,
        String rightValue,
        String rule,
        @Nullable String reason,
        @Nullable String detail,
        long validAtMillis) {

    private static final String RETRACTED = "retracted";

    /** What counts of several statements: the latest, and of one instant a retraction, then that it is held back. */
    static final Comparator<ConflictChange> IN_ORDER =
            Comparator.comparingLong(ConflictChange::validAtMillis).thenComparing(ConflictChange::weight);

    public static ConflictChange of(String tenant, HeldBack held, long atMillis) {
        return of(tenant, held.evidence(), held.reason().name(), held.detail(), atMillis);
    }

    public static ConflictChange of(String tenant, Verdict verdict, long atMillis) {
        HeldBack.Reason reason = verdict.reason();
        return of(tenant, verdict.evidence(), reason == null ? null : reason.name(), verdict.detail(), atMillis);
    }

    public static ConflictChange over(String tenant, Evidence evidence, long atMillis) {
        return of(tenant, evidence, null, null, atMillis);
    }

    public static ConflictChange retracted(String tenant, Evidence evidence, long atMillis) {
        return of(tenant, evidence, null, RETRACTED, atMillis);
    }

    int weight() {
        return reason != null ? 1 : RETRACTED.equals(detail) ? 2 : 0;
    }

    private static ConflictChange of(
            String tenant, Evidence evidence, @Nullable String reason, @Nullable String detail, long atMillis) {
        return new ConflictChange(
                tenant,
                evidence.left().type(),
                evidence.left().scope(),
                evidence.left().value(),
                evidence.right().type(),
                evidence.right().scope(),
                evidence.right().value(),
                evidence.rule(),
                reason,
                detail,
                atMillis);
    }

    /** What the evidence is about, the same for every row of a tie. */
    String key() {
        return String.join("\t", tenant, leftType, leftScope, leftValue, rightType, rightScope, rightValue, rule);
    }
}
