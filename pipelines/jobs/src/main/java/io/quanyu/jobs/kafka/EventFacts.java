package io.quanyu.jobs.kafka;

import io.quanyu.jobs.channel.LiveCodeFact;
import io.quanyu.jobs.channel.SpendFact;
import io.quanyu.jobs.customer.AccountFact;
import io.quanyu.jobs.customer.RulesReleased;
import io.quanyu.jobs.identity.EvidenceSeen;
import io.quanyu.jobs.identity.RulingSeen;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What one event says, in the words of the domain. A part is null where the event says nothing of it.
 *
 * @param receivedAtMillis the instant at which the event is judged, epoch milliseconds: when Quanyu received it, or later if the clock had passed that
 * @param kind the end of its topic's name, for example "order"
 * @param evidence who is who; null if the subject is no person
 * @param account what the account did; null if the subject is no person
 * @param ruling what a human decided about who is who
 * @param rules by which persons are judged from an instant on
 */
@TypeInfo(RecordType.Factory.class)
public record EventFacts(
        String tenant,
        String eventId,
        long receivedAtMillis,
        String kind,
        @Nullable EvidenceSeen evidence,
        @Nullable AccountFact account,
        @Nullable SpendFact spend,
        @Nullable LiveCodeFact liveCode,
        @Nullable RulingSeen ruling,
        @Nullable RulesReleased rules) {

    /** Rules that were released, of no tenant. */
    static EventFacts ofRules(String id, RulesReleased rules) {
        return new EventFacts("", id, rules.atMillis(), "rules", null, null, null, null, null, rules);
    }

    /** The same facts, which count from an instant that may be later than their arrival. */
    EventFacts countingFrom(long millis) {
        return millis == receivedAtMillis
                ? this
                : new EventFacts(
                        tenant,
                        eventId,
                        millis,
                        kind,
                        evidence == null ? null : evidence.countingFrom(millis),
                        account == null ? null : account.countingFrom(millis),
                        spend == null ? null : spend.countingFrom(millis),
                        liveCode == null ? null : liveCode.countingFrom(millis),
                        ruling == null ? null : ruling.countingFrom(millis),
                        rules);
    }
}
