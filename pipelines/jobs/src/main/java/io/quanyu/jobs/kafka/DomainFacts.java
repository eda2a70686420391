package io.quanyu.jobs.kafka;

import io.quanyu.contract.EventHead;
import io.quanyu.contract.EventKind;
import io.quanyu.facts.Content;
import io.quanyu.facts.Facts;
import io.quanyu.jobs.channel.LiveCodeFact;
import io.quanyu.jobs.channel.SpendFact;
import io.quanyu.jobs.customer.AccountFact;
import io.quanyu.jobs.identity.EvidenceSeen;
import io.quanyu.jobs.identity.RulingSeen;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** What {@link Facts} says of an event, in the records that travel through the jobs and lie in their state. */
final class DomainFacts {

    private DomainFacts() {}

    static EventFacts of(EventKind kind, SpecificRecordBase event) {
        Facts facts = Facts.of(kind, event);
        EventHead head = facts.head();
        long receivedAt = head.receivedAt().toEpochMilli();
        return new EventFacts(
                head.tenant(),
                head.eventId(),
                receivedAt,
                kind.name(),
                facts.evidence().isEmpty()
                        ? null
                        : new EvidenceSeen(head.tenant(), head.eventId(), receivedAt, facts.evidence()),
                account(facts, receivedAt),
                spend(facts, receivedAt),
                liveCode(facts, receivedAt),
                ruling(facts, receivedAt),
                null);
    }

    private static @Nullable AccountFact account(Facts facts, long receivedAt) {
        EventHead head = facts.head();
        return facts.content() instanceof Content.OfAccount account
                ? new AccountFact(head.tenant(), facts.subject(), head.eventId(), receivedAt, account.fragment())
                : null;
    }

    private static @Nullable SpendFact spend(Facts facts, long receivedAt) {
        EventHead head = facts.head();
        return facts.content() instanceof Content.OfSpend spend
                ? new SpendFact(
                        head.tenant(),
                        head.eventId(),
                        receivedAt,
                        spend.channel(),
                        spend.key(),
                        spend.epochDay(),
                        spend.version(),
                        spend.costFen())
                : null;
    }

    private static @Nullable LiveCodeFact liveCode(Facts facts, long receivedAt) {
        EventHead head = facts.head();
        return facts.content() instanceof Content.OfLiveCode code
                ? new LiveCodeFact(
                        head.tenant(),
                        head.eventId(),
                        receivedAt,
                        code.code(),
                        code.channel(),
                        code.version(),
                        code.validFromMillis(),
                        code.validUntilMillis())
                : null;
    }

    private static @Nullable RulingSeen ruling(Facts facts, long receivedAt) {
        return facts.content() instanceof Content.OfRuling ruled
                ? new RulingSeen(facts.head().tenant(), ruled.ruling(), receivedAt)
                : null;
    }
}
