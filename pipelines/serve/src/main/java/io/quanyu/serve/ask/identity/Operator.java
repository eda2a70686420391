package io.quanyu.serve.ask.identity;

import io.quanyu.contract.Identifiers;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.IdentifierTypes;
import io.quanyu.events.Identifier;
import io.quanyu.events.IdentityRuled;
import io.quanyu.events.IdentityRuling;
import io.quanyu.ingest.PhoneGuard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A human who decides about who is who in a tenant, at one instant.
 *
 * @param name who
 * @param reason why, without personal data
 * @param at when, whole milliseconds
 * @param phones hashes the numbers that they name
 */
public record Operator(String tenant, String name, String reason, Instant at, PhoneGuard phones) {

    private static final String MAPPING = "quanyu-identity/1";
    private static final int ID_BYTES = 8;

    public IdentityRuled block(IdentifierText text) {
        return about(IdentityRuling.BLOCK, text);
    }

    public IdentityRuled unblock(IdentifierText text) {
        return about(IdentityRuling.UNBLOCK, text);
    }

    /**
     * That a tie between two identifiers was wrong; which end is named first does not matter.
     *
     * @throws IllegalArgumentException if both ends are the same
     */
    public IdentityRuled retract(IdentifierText one, IdentifierText other, String rule) {
        return between(IdentityRuling.RETRACT, one, other, rule);
    }

    /**
     * That two accounts are of one person; which is named first does not matter.
     *
     * @throws IllegalArgumentException if both ends are the same, or one is no account
     */
    public IdentityRuled join(IdentifierText one, IdentifierText other) {
        IdentityRuled join = between(IdentityRuling.JOIN, one, other, Evidence.OPERATOR_JOIN);
        requireAccount(join.getLeftIdentifier());
        requireAccount(join.getRightIdentifier());
        return join;
    }

    private static void requireAccount(Identifier identifier) {
        if (!IdentifierTypes.of(identifier.getType()).isAccount()) {
            throw new IllegalArgumentException(
                    "A " + identifier.getType() + " is no account of a person: name two accounts, as type|scope|value");
        }
    }

    private IdentityRuled between(IdentityRuling ruling, IdentifierText one, IdentifierText other, String rule) {
        Identifier left = one.in(tenant, phones);
        Identifier right = other.in(tenant, phones);
        String leftText = Identifiers.text(left);
        String rightText = Identifiers.text(right);
        if (leftText.equals(rightText)) {
            throw new IllegalArgumentException("Both ends are the same identifier: evidence ties two different ones");
        }
        // The two ends come in any order, and are one piece of evidence.
        String target = leftText.compareTo(rightText) < 0
                ? leftText + '\t' + rightText + '\t' + rule
                : rightText + '\t' + leftText + '\t' + rule;
        return event(ruling, target)
                .setLeftIdentifier(left)
                .setRightIdentifier(right)
                .setRule(rule)
                .build();
    }

    private IdentityRuled about(IdentityRuling ruling, IdentifierText text) {
        Identifier identifier = text.in(tenant, phones);
        return event(ruling, Identifiers.text(identifier))
                .setIdentifier(identifier)
                .build();
    }

    private IdentityRuled.Builder event(IdentityRuling ruling, String target) {
        return IdentityRuled.newBuilder()
                .setEventId(eventId(ruling, target))
                .setOccurredAt(at)
                .setReceivedAt(at)
                .setTenant(tenant)
                .setPlatform("quanyu")
                .setShop("")
                .setSubject(new Identifier("operator", tenant, name, "self", null))
                .setMappingVersion(MAPPING)
                .setRuling(ruling)
                .setReason(reason)
                .setOperator(name);
    }

    private String eventId(IdentityRuling ruling, String target) {
        byte[] hash = sha256(tenant + '\n' + target);
        String word = ruling.name().toLowerCase(Locale.ROOT);
        return "quanyu:" + word + ":" + HexFormat.of().formatHex(hash, 0, ID_BYTES) + ":" + at.toEpochMilli();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one does not", e);
        }
    }
}
