package io.quanyu.jobs.io;

import io.quanyu.contract.EventKind;
import io.quanyu.domain.identity.Mention;
import io.quanyu.domain.identity.Mention.Name;
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
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** From an event as it stands on Kafka to what it says in the domain's words. */
final class DomainFacts {

    private DomainFacts() {}

    static EventFacts of(EventKind kind, SpecificRecordBase event) {
        String tenant = (String) event.get("tenant");
        String eventId = (String) event.get("event_id");
        long receivedAt = ((Instant) event.get("received_at")).toEpochMilli();
        Identifier subject = (Identifier) event.get("subject");
        Mention mention = mention(event, subject, receivedAt);
        boolean person = mention.isOfPerson();
        return new EventFacts(
                tenant,
                eventId,
                receivedAt,
                kind.name(),
                person ? new EvidenceSeen(tenant, eventId, receivedAt, mention.evidence()) : null,
                person ? new AccountFact(tenant, text(subject), eventId, receivedAt, AccountFacts.of(event)) : null,
                event instanceof SpendReported spend ? spend(spend, receivedAt) : null,
                event instanceof LiveCodeDefined code ? liveCode(code, receivedAt) : null,
                event instanceof IdentityRuled ruled ? RulingFacts.of(ruled, receivedAt) : null,
                null);
    }

    private static Mention mention(SpecificRecordBase event, Identifier subject, long receivedAt) {
        List<Name> names = new ArrayList<>();
        for (Object entry : (List<?>) event.get("identifiers")) {
            Identifier name = (Identifier) entry;
            names.add(new Name(identifier(name), name.getLink()));
        }
        long happened = ((Instant) event.get("occurred_at")).toEpochMilli();
        return new Mention(identifier(subject), names, receivedAt, happened, (String) event.get("event_id"));
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
