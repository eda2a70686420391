package io.quanyu.jobs.kafka;

import io.quanyu.contract.Identifiers;
import io.quanyu.contract.IdentityAssignments;
import io.quanyu.events.IdentityAssigned;
import io.quanyu.jobs.identity.Assigned;
import io.quanyu.jobs.identity.IdentityChange;
import java.time.Instant;

/** The topic on which others follow who an identifier belongs to. It repeats {@code dim.identity_change} and nobody here reads it. */
final class AssignmentTopic {

    private AssignmentTopic() {}

    static Outgoing outgoing(Assigned assigned) {
        return new Outgoing(
                IdentityAssignments.TOPIC,
                Identifiers.key(assigned.tenant(), assigned.identifier()),
                encode(IdentityChange.of(assigned)));
    }

    private static byte[] encode(IdentityChange change) {
        return IdentityAssignments.encode(IdentityAssigned.newBuilder()
                .setTenant(change.tenant())
                .setIdentifierType(change.identifierType())
                .setIdentifierScope(change.identifierScope())
                .setIdentifierValue(change.identifierValue())
                .setOneId(change.oneId())
                .setPreviousOneId(change.previousOneId())
                .setValidAt(Instant.ofEpochMilli(change.validAtMillis()))
                .setVersion(change.version())
                .setChangeId(change.changeId())
                .setAnchor(change.anchor())
                .build());
    }
}
