package io.quanyu.bench;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.events.ContactChange;
import io.quanyu.events.ContactChanged;
import io.quanyu.events.Fulfilment;
import io.quanyu.events.OrderChanged;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.jobs.identity.EvidenceSeen;
import io.quanyu.jobs.kafka.Outgoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Events of a workload as ingestion would put them on their topics: an order that is paid, or a friend that is read back. */
final class CanonicalEvent {

    private static final String MAPPING = "bench/1";
    private static final long PAID_FEN = 9_900;

    private CanonicalEvent() {}

    /** The event, received at an instant. */
    static Outgoing of(EvidenceSeen seen, Instant receivedAt) {
        Identifier subject = seen.evidence().get(0).left();
        Optional<Identifier> order = seen.evidence().stream()
                .map(one -> one.otherThan(subject))
                .filter(other -> other.type().equals("order"))
                .findFirst();
        Accepted event = order.map(placed -> new Accepted("order", order(seen, subject, placed, receivedAt)))
                .orElseGet(() -> new Accepted("contact", contact(seen, subject, receivedAt)));
        return Outgoing.event(event.kind(), event.key(), event.event());
    }

    private static SpecificRecord order(EvidenceSeen seen, Identifier subject, Identifier placed, Instant receivedAt) {
        String[] shop = placed.scope().split(":", 2);
        return OrderChanged.newBuilder()
                .setEventId(seen.eventId())
                .setOccurredAt(receivedAt)
                .setReceivedAt(receivedAt)
                .setTenant(seen.tenant())
                .setPlatform(shop[0])
                .setShop(shop[1])
                .setSubject(avro(subject, Evidence.SELF))
                .setIdentifiers(identifiers(seen, subject))
                .setMappingVersion(MAPPING)
                .setOrderId(placed.value())
                .setVersion(receivedAt.toEpochMilli())
                .setFulfilment(Fulfilment.PAID)
                .setOrderedAt(receivedAt)
                .setPaidAt(receivedAt)
                .setPaidFen(PAID_FEN)
                .build();
    }

    private static SpecificRecord contact(EvidenceSeen seen, Identifier subject, Instant receivedAt) {
        return ContactChanged.newBuilder()
                .setEventId(seen.eventId())
                .setOccurredAt(receivedAt)
                .setReceivedAt(receivedAt)
                .setTenant(seen.tenant())
                .setPlatform("wecom")
                .setShop(subject.scope())
                .setSubject(avro(subject, Evidence.SELF))
                .setIdentifiers(identifiers(seen, subject))
                .setMappingVersion(MAPPING)
                .setChange(ContactChange.READ_BACK)
                .setAddedAt(receivedAt)
                .build();
    }

    private static List<io.quanyu.events.Identifier> identifiers(EvidenceSeen seen, Identifier subject) {
        List<io.quanyu.events.Identifier> identifiers = new ArrayList<>();
        for (Evidence one : seen.evidence()) {
            identifiers.add(avro(one.otherThan(subject), one.rule()));
        }
        return identifiers;
    }

    private static io.quanyu.events.Identifier avro(Identifier identifier, String link) {
        return new io.quanyu.events.Identifier(identifier.type(), identifier.scope(), identifier.value(), link, null);
    }
}
