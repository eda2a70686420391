package io.quanyu.jobs.io;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.events.Identifier;
import io.quanyu.events.IdentityRuled;
import io.quanyu.events.LiveCodeDefined;
import io.quanyu.events.SpendReported;
import io.quanyu.jobs.channel.LiveCodeFact;
import io.quanyu.jobs.channel.SpendFact;
import io.quanyu.jobs.customer.AccountFact;
import io.quanyu.jobs.identity.EvidenceSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** From an event as it stands on Kafka to what it says in the domain's words. */
final class DomainFacts {

    /** Types of subjects that are no person: such an event says nothing of who is who. */
    private static final Set<String> THINGS = Set.of("project", "live_code", "room", "operator");

    private DomainFacts() {}

    static EventFacts of(EventTopic topic, SpecificRecordBase event) {
        String tenant = (String) event.get("tenant");
        String eventId = (String) event.get("event_id");
        long receivedAt = ((Instant) event.get("received_at")).toEpochMilli();
        Identifier subject = (Identifier) event.get("subject");
        boolean person = !THINGS.contains(subject.getType());
        return new EventFacts(
                tenant,
                eventId,
                receivedAt,
                topic.kind(),
                person ? new EvidenceSeen(tenant, eventId, receivedAt, evidence(event, subject, receivedAt)) : null,
                person ? new AccountFact(tenant, text(subject), eventId, receivedAt, AccountFacts.of(event)) : null,
                event instanceof SpendReported spend ? spend(spend, receivedAt) : null,
                event instanceof LiveCodeDefined code ? liveCode(code, receivedAt) : null,
                event instanceof IdentityRuled ruled ? RulingFacts.of(ruled, receivedAt) : null);
    }

    /** The subject itself, so that every account has a person, and its tie to every other identifier of the payload. */
    private static List<Evidence> evidence(SpecificRecordBase event, Identifier subject, long receivedAt) {
        long happened = ((Instant) event.get("occurred_at")).toEpochMilli();
        String eventId = (String) event.get("event_id");
        var self = identifier(subject);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(self, self, Evidence.SELF, receivedAt, happened, eventId));
        for (Object entry : (List<?>) event.get("identifiers")) {
            Identifier other = (Identifier) entry;
            var tied = identifier(other);
            if (!tied.equals(self)) {
                evidence.add(new Evidence(self, tied, other.getLink(), receivedAt, happened, eventId));
            }
        }
        return evidence;
    }

    private static SpendFact spend(SpendReported report, long receivedAt) {
        return new SpendFact(
                report.getTenant(),
                report.getEventId(),
                receivedAt,
                report.getChannel(),
                String.join(
                        "|",
                        report.getPlatform(),
                        report.getShop(),
                        report.getProject(),
                        report.getPromotion(),
                        hour(report.getHour())),
                report.getDay().toEpochDay(),
                report.getVersion(),
                report.getCostFen());
    }

    private static String hour(@Nullable Integer hour) {
        return hour == null ? "" : hour.toString();
    }

    private static LiveCodeFact liveCode(LiveCodeDefined code, long receivedAt) {
        return new LiveCodeFact(
                code.getTenant(),
                code.getEventId(),
                receivedAt,
                code.getLiveCode(),
                code.getChannel(),
                code.getVersion());
    }

    static String text(Identifier identifier) {
        return identifier(identifier).text();
    }

    static io.quanyu.domain.identity.Identifier identifier(Identifier avro) {
        return new io.quanyu.domain.identity.Identifier(avro.getType(), avro.getScope(), avro.getValue());
    }
}
