package io.quanyu.ingest.source.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.events.ContactChange;
import io.quanyu.events.ContactChanged;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Draft;
import io.quanyu.ingest.door.Refusal;
import io.quanyu.ingest.door.Who;
import io.quanyu.ingest.fields.FieldMap;
import io.quanyu.ingest.fields.Reading;
import io.quanyu.ingest.privacy.TextGuard;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** Callbacks about one customer: friend of a staff member, or member of a group. */
final class WecomContacts {

    private static final String BY_TRANSFER = "DELETE_BY_TRANSFER";
    private static final Set<String> CHANGES = Set.of(
            "add_external_contact",
            "add_half_external_contact",
            "edit_external_contact",
            "del_external_contact",
            "del_follow_user",
            "transfer_fail",
            "msg_audit_approved");

    private final PhoneGuard phones;
    private final FieldMap<ContactChanged> friend =
            FieldMap.load(WecomContacts.class, "wecom-contact", ContactChanged.class);
    private final FieldMap<ContactChanged> group =
            FieldMap.load(WecomContacts.class, "wecom-group", ContactChanged.class);
    private final FieldMap<ContactChanged> acquisition =
            FieldMap.load(WecomContacts.class, "wecom-acquisition", ContactChanged.class);

    WecomContacts(PhoneGuard phones) {
        this.phones = phones;
    }

    Accepted friend(Delivery delivery, String shop, JsonNode xml) {
        String type = xml.path("ChangeType").asText();
        if (!type.isEmpty() && !CHANGES.contains(type)) {
            throw new Refusal(Reason.UNKNOWN_KIND, "No adapter for ChangeType " + TextGuard.quote(type));
        }
        Reading<ContactChanged> reading = friend.read(xml);
        ContactChanged contact = reading.record();
        if (contact.getChange() == ContactChange.REMOVED_BY_STAFF && BY_TRANSFER.equals(contact.getCause())) {
            contact.setChange(ContactChange.TRANSFERRED);
        }
        Instant time = Objects.requireNonNull(reading.time("happened_at"));
        String external = Objects.requireNonNull(reading.text("external"));
        Draft<ContactChanged> draft = draft(delivery, shop, reading, external, time);
        Object[] id = {WecomIds.PLATFORM, "contact", shop, type, contact.getStaff(), external, time.getEpochSecond()};
        // An add happens once a second at most, so that its id can be computed from a read-back as well.
        return contact.getChange() == ContactChange.ADDED ? draft.identifiedBy(id) : draft.identifiedWithContentBy(id);
    }

    /** Somebody whom an acquisition link brought, and who now speaks. */
    Accepted acquired(Delivery delivery, String shop, JsonNode xml) {
        Reading<ContactChanged> reading = acquisition.read(xml);
        Instant time = Objects.requireNonNull(reading.time("happened_at"));
        String external = Objects.requireNonNull(reading.text("external"));
        return draft(delivery, shop, reading, external, time)
                .identifiedWithContentBy(
                        WecomIds.PLATFORM,
                        "acquisition",
                        shop,
                        reading.record().getStaff(),
                        external,
                        time.getEpochSecond());
    }

    Accepted member(Delivery delivery, String shop, JsonNode xml, String member) {
        if (!WecomIds.isCustomer(member)) {
            throw new Refusal(
                    Reason.NOT_A_CUSTOMER_FACT,
                    "The member is staff: ids of customers are long and begin with wm or wo");
        }
        Reading<ContactChanged> reading = group.read(xml);
        Instant time = Objects.requireNonNull(reading.time("happened_at"));
        return draft(delivery, shop, reading, member, time)
                .identifiedWithContentBy(
                        WecomIds.PLATFORM, "group", shop, reading.record().getRoom(), member, time.getEpochSecond());
    }

    private Draft<ContactChanged> draft(
            Delivery delivery, String shop, Reading<ContactChanged> reading, String external, Instant time) {
        Who standIn = Who.only(WecomIds.CUSTOMER, shop, external);
        return Draft.of(delivery, "contact", reading)
                .at(WecomIds.PLATFORM, shop)
                .about(Who.Guarded.of(delivery, shop, reading.ids(), phones).orElse(standIn.subject()))
                .happenedAt(time);
    }
}
