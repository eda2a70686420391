package io.quanyu.facts;

import io.quanyu.contract.EventHead;
import io.quanyu.contract.EventKind;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Links;
import io.quanyu.events.Identifier;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What one event says, in the words of the domain. A pure function of the event: who streams, who audits and who counts anew
 * come to the same.
 *
 * @param evidence who is who; empty if the event is of a thing and joins nobody
 */
public record Facts(EventHead head, List<Evidence> evidence, Content content) {

    private static final String PHONE = "phone";

    /** Of an event of a kind. What is of persons counts by sane {@link Clocks}; what defines things may be of the future. */
    public static Facts of(EventKind kind, SpecificRecordBase claimed) {
        SpecificRecordBase event = kind.isOfPersons() ? Clocks.counted(claimed) : claimed;
        EventHead head = EventHead.of(event);
        Content content = FactsByKind.content(kind, event);
        if (!kind.isOfPersons()) {
            return new Facts(head, content instanceof Content.OfTie tie ? List.of(tie.evidence()) : List.of(), content);
        }
        List<Evidence> evidence = WhoIsWho.evidence(head);
        return new Facts(
                head, evidence, evidence.isEmpty() ? Content.NOTHING : account(head, content, !event.equals(claimed)));
    }

    /** The subject as {@code type|scope|value}. */
    public String subject() {
        return WhoIsWho.identifier(head.subject()).text();
    }

    private static Content account(EventHead head, Content content, boolean absurd) {
        Fragment fragment = Fragment.seen(head.occurredAt().toEpochMilli());
        if (content instanceof Content.OfAccount account) {
            fragment = fragment.merge(account.fragment());
            if (absurd) {
                fragment = fragment.onArrival(head.eventId());
            }
        }
        for (Identifier identifier : head.identifiers()) {
            String masked = identifier.getMasked();
            if (identifier.getType().equals(PHONE) && masked != null && !Links.isOfOthers(identifier.getLink())) {
                fragment = fragment.merge(Fragment.ofPhone(identifier.getValue(), masked));
            }
        }
        return new Content.OfAccount(fragment);
    }
}
