package io.quanyu.domain.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed since the settlement before.
 *
 * @param changes in the order of the identifiers
 * @param verdicts in the order of the keys of the evidence
 */
public record Settlement(List<Change> changes, List<Verdict> verdicts) {

    /**
     * An identifier went to another person.
     *
     * @param anchor whether it names that person: {@code newOneId} derives from it
     * @param previousOneId null if the identifier was not known before
     */
    public record Change(Identifier identifier, String newOneId, boolean anchor, @Nullable String previousOneId) {}

    /**
     * Evidence is held back from now on, or no longer. Evidence that never was held back has no verdict.
     *
     * @param reason null if it is no longer held back, because it joins or because it was removed
     * @param detail the reason in words; null without a reason
     */
    public record Verdict(Evidence evidence, HeldBack.@Nullable Reason reason, @Nullable String detail) {

        static Verdict of(Evidence evidence, @Nullable HeldBack held) {
            return held == null
                    ? new Verdict(evidence, null, null)
                    : new Verdict(evidence, held.reason(), held.detail());
        }
    }
}
