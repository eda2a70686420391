package io.quanyu.domain.identity;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * One event as far as it says who is who: who acts, and what else it calls them.
 *
 * @param subject the account that acts, or the order itself where no account is given
 * @param names all identifiers of the payload, the subject too or not
 * @param receivedAtMillis when Quanyu received the event, epoch milliseconds
 * @param occurredAtMillis when it happened by the platform's clock, epoch milliseconds
 */
public record Mention(
        Identifier subject, List<Name> names, long receivedAtMillis, long occurredAtMillis, String eventId) {

    /**
     * An identifier of the payload.
     *
     * @param link how it is tied to the subject: the rule of the evidence
     */
    public record Name(Identifier identifier, String link) {}

    public Mention {
        requireNonNull(subject, "subject");
        requireNonNull(eventId, "eventId");
        names = List.copyOf(names);
    }

    /** Whether the event is of somebody at all, and not of a thing: that says nothing of who is who. */
    public boolean isOfPerson() {
        return !IdentifierTypes.of(subject.type()).isThing();
    }

    /** The subject itself, so that every account has a person, and its tie to every other name. None if it is of a thing. */
    public List<Evidence> evidence() {
        if (!isOfPerson()) {
            return List.of();
        }
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(evidence(subject, Evidence.SELF));
        for (Name name : names) {
            if (!name.identifier().equals(subject)) {
                evidence.add(evidence(name.identifier(), name.link()));
            }
        }
        return evidence;
    }

    private Evidence evidence(Identifier other, String rule) {
        return new Evidence(subject, other, rule, receivedAtMillis, occurredAtMillis, eventId);
    }
}
