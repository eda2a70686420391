package io.quanyu.contract;

import io.quanyu.events.Identifier;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What all kinds of events say.
 *
 * @param eventId the same for every delivery of one fact
 * @param tenant the merchant
 * @param subject who or what the event is about
 * @param identifiers all identifiers of the payload with their tie to the subject
 * @param occurredAt when it happened by the platform's clock
 * @param receivedAt when Quanyu received it
 */
public record EventHead(
        String eventId,
        String tenant,
        Identifier subject,
        List<Identifier> identifiers,
        Instant occurredAt,
        Instant receivedAt) {

    public EventHead {
        identifiers = List.copyOf(identifiers);
    }

    /** Of an event of any kind. */
    public static EventHead of(SpecificRecordBase event) {
        return new EventHead(
                (String) event.get("event_id"),
                (String) event.get("tenant"),
                (Identifier) event.get("subject"),
                ((List<?>) event.get("identifiers"))
                        .stream().map(Identifier.class::cast).toList(),
                (Instant) event.get("occurred_at"),
                (Instant) event.get("received_at"));
    }

    /** The Kafka key: tenant and subject, so that all facts of an account stand in one partition. */
    public String key() {
        return Identifiers.key(tenant, subject);
    }
}
