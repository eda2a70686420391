package io.quanyu.bench;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.identity.EvidenceSeen;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the evidence of one message in the form that the platform's events have. */
final class Telling {

    private static final String TENANT = "bench";

    private final String eventId;
    private final long receivedAtMillis;
    private final List<Evidence> evidence = new ArrayList<>();

    private @Nullable Identifier subject;

    Telling(String eventId, long receivedAtMillis) {
        this.eventId = eventId;
        this.receivedAtMillis = receivedAtMillis;
    }

    /** Whom the message is about: an event says that such an account exists. */
    void subject(Identifier account) {
        subject = account;
        evidence.add(Evidence.sighting(account, receivedAtMillis, eventId));
    }

    void tied(Identifier other, String rule) {
        if (subject == null) {
            throw new IllegalStateException("Rule " + rule + " ties an identifier to a subject, but there is none yet");
        }
        evidence.add(Evidence.seen(subject, other, rule, receivedAtMillis, eventId));
    }

    /** What was told; null if nothing. */
    @Nullable
    EvidenceSeen seen() {
        return evidence.isEmpty() ? null : new EvidenceSeen(TENANT, eventId, receivedAtMillis, evidence);
    }
}
