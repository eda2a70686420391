package io.quanyu.jobs.io;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Ruling;
import io.quanyu.domain.identity.Ruling.Kind;
import io.quanyu.events.Identifier;
import io.quanyu.events.IdentityRuled;
import io.quanyu.jobs.identity.RulingSeen;
import org.jspecify.annotations.Nullable;

/** What an event of a human's decision says of who is who. */
final class RulingFacts {

    private RulingFacts() {}

    /** Null for a ruling that does not name its target: it stays in its table and says nothing. */
    static @Nullable RulingSeen of(IdentityRuled ruled, long receivedAt) {
        return switch (ruled.getRuling()) {
            case BLOCK -> seen(ruled, Kind.BLOCK, identifier(ruled), receivedAt);
            case UNBLOCK -> seen(ruled, Kind.UNBLOCK, identifier(ruled), receivedAt);
            case RETRACT -> seen(ruled, Kind.RETRACT, evidence(ruled), receivedAt);
            case UNKNOWN -> null;
        };
    }

    private static @Nullable RulingSeen seen(IdentityRuled ruled, Kind kind, @Nullable String target, long receivedAt) {
        if (target == null) {
            return null;
        }
        long decidedAt = ruled.getOccurredAt().toEpochMilli();
        return new RulingSeen(ruled.getTenant(), new Ruling(kind, target, decidedAt, ruled.getEventId()), receivedAt);
    }

    private static @Nullable String identifier(IdentityRuled ruled) {
        Identifier identifier = ruled.getIdentifier();
        return identifier == null ? null : DomainFacts.text(identifier);
    }

    private static @Nullable String evidence(IdentityRuled ruled) {
        Identifier left = ruled.getLeftIdentifier();
        Identifier right = ruled.getRightIdentifier();
        String rule = ruled.getRule();
        if (left == null || right == null || rule == null) {
            return null;
        }
        return Evidence.seen(DomainFacts.identifier(left), DomainFacts.identifier(right), rule, 0, ruled.getEventId())
                .key();
    }
}
