package io.quanyu.jobs.io;

import io.quanyu.events.IdentityAssigned;
import io.quanyu.jobs.identity.Assigned;
import io.quanyu.jobs.identity.IdentityChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;

/** The topic on which others follow who an identifier belongs to. It repeats {@code dim.identity_change} and nobody here reads it. */
final class AssignmentTopic {

    private AssignmentTopic() {}

    /** All assignments of an identifier have one key, so that a reader meets them in the order of their versions. */
    static Outgoing outgoing(Assigned assigned) {
        return new Outgoing(
                Topics.ASSIGNMENT,
                assigned.tenant() + '|' + assigned.identifier(),
                encode(IdentityChange.of(assigned)));
    }

    private static byte[] encode(IdentityChange change) {
        IdentityAssigned assigned = IdentityAssigned.newBuilder()
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
                .build();
        try {
            ByteBuffer bytes = IdentityAssigned.getEncoder().encode(assigned);
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot encode a record for " + Topics.ASSIGNMENT, e);
        }
    }
}
