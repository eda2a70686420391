package io.quanyu.facts;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Ruling;
import io.quanyu.domain.identity.Ruling.Kind;
import io.quanyu.events.Identifier;
import io.quanyu.events.IdentityRuled;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event of a human's decision says of who is who. */
public final class RulingFacts {

    private RulingFacts() {}

    static Content of(IdentityRuled ruled) {
        return ruling(ruled).<Content>map(Content.OfRuling::new).orElse(Content.NOTHING);
    }

    /** Empty for a ruling that does not name its target: it stays in its table and says nothing. */
    public static Optional<Ruling> ruling(IdentityRuled ruled) {
        return switch (ruled.getRuling()) {
            case BLOCK -> ruling(ruled, Kind.BLOCK, identifier(ruled));
            case UNBLOCK -> ruling(ruled, Kind.UNBLOCK, identifier(ruled));
            case RETRACT -> ruling(ruled, Kind.RETRACT, evidence(ruled));
            case UNKNOWN -> Optional.empty();
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
