package io.quanyu.facts;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Ruling;
import io.quanyu.domain.identity.Ruling.Kind;
import io.quanyu.events.Identifier;
import io.quanyu.events.IdentityRuled;
import io.quanyu.events.IdentityRuling;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event of a human's decision says of who is who. */
public final class RulingFacts {

    private RulingFacts() {}

    static Content of(IdentityRuled ruled) {
        return ruling(ruled)
                .<Content>map(Content.OfRuling::new)
                .or(() -> joined(ruled).map(Content.OfTie::new))
                .orElse(Content.NOTHING);
    }

    /** The tie of two identifiers that a human called one person's; empty for any other ruling, and without two ends. */
    public static Optional<Evidence> joined(IdentityRuled ruled) {
        Identifier left = ruled.getLeftIdentifier();
        Identifier right = ruled.getRightIdentifier();
        if (ruled.getRuling() != IdentityRuling.JOIN || left == null || right == null) {
            return Optional.empty();
        }
        return Optional.of(new Evidence(
                        WhoIsWho.identifier(left),
                        WhoIsWho.identifier(right),
                        Evidence.OPERATOR_JOIN,
                        ruled.getReceivedAt().toEpochMilli(),
                        ruled.getOccurredAt().toEpochMilli(),
                        ruled.getEventId()))
                .filter(tie -> !tie.isSighting());
    }

    /** Empty for a ruling that does not name its target, which stays in its table and says nothing, and for a join, which is evidence. */
    public static Optional<Ruling> ruling(IdentityRuled ruled) {
        return switch (ruled.getRuling()) {
            case BLOCK -> ruling(ruled, Kind.BLOCK, identifier(ruled));
            case UNBLOCK -> ruling(ruled, Kind.UNBLOCK, identifier(ruled));
            case RETRACT -> ruling(ruled, Kind.RETRACT, evidence(ruled));
            case JOIN, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Ruling> ruling(IdentityRuled ruled, Kind kind, @Nullable String target) {
        long decidedAt = ruled.getOccurredAt().toEpochMilli();
        return Optional.ofNullable(target).map(about -> new Ruling(kind, about, decidedAt, ruled.getEventId()));
    }

    private static @Nullable String identifier(IdentityRuled ruled) {
        Identifier identifier = ruled.getIdentifier();
        return identifier == null ? null : WhoIsWho.identifier(identifier).text();
    }

    private static @Nullable String evidence(IdentityRuled ruled) {
        Identifier left = ruled.getLeftIdentifier();
        Identifier right = ruled.getRightIdentifier();
        String rule = ruled.getRule();
        if (left == null || right == null || rule == null) {
            return null;
        }
        return Evidence.seen(WhoIsWho.identifier(left), WhoIsWho.identifier(right), rule, 0, ruled.getEventId())
                .key();
    }
}
