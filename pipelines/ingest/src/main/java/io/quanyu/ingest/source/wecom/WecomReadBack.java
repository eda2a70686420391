package io.quanyu.ingest.source.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.events.ContactChange;
import io.quanyu.events.ContactChanged;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Draft;
import io.quanyu.ingest.door.Findings;
import io.quanyu.ingest.door.Refusal;
import io.quanyu.ingest.door.Unwrapped;
import io.quanyu.ingest.door.Who;
import io.quanyu.ingest.fields.FieldMap;
import io.quanyu.ingest.fields.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The answer of {@code externalcontact/get}: who the contact is beside WeCom, and since when which staff knows them. One
 * event a staff member, at the instant of the add, so that reading it back again says nothing new.
 */
final class WecomReadBack {

    private final PhoneGuard phones;
    private final FieldMap<ContactChanged> map =
            FieldMap.load(WecomReadBack.class, "wecom-read-back", ContactChanged.class);

    WecomReadBack(PhoneGuard phones) {
        this.phones = phones;
    }

    void read(Delivery delivery, JsonNode payload, Findings findings) {
        Unwrapped.refuseErrors(payload, "errcode", "errmsg", List.of("0"));
        if (!payload.path("external_contact").isObject()) {
            throw new Refusal(Reason.UNKNOWN_KIND, "Neither callback XML nor the answer of externalcontact/get");
        }
        JsonNode follows = payload.path("follow_user");
        if (!follows.isArray() || follows.isEmpty()) {
            throw new Refusal(Reason.NOTHING_TO_MAP, "follow_user is empty: no staff has this contact");
        }
        for (JsonNode follow : follows) {
            ObjectNode one = JsonNodeFactory.instance.objectNode();
            one.set("external_contact", payload.get("external_contact"));
            one.set("follow", follow);
            findings.item(one, () -> one(delivery, delivery.shop(null), one));
        }
    }

    private Accepted one(Delivery delivery, String shop, JsonNode one) {
        Reading<ContactChanged> reading = map.read(one);
        ContactChanged contact = reading.record();
        contact.setChange(ContactChange.READ_BACK);
        Instant addedAt = Objects.requireNonNull(contact.getAddedAt());
        String external = Objects.requireNonNull(reading.text("external"));
        Who standIn = Who.only(WecomIds.CUSTOMER, shop, external);
        return Draft.of(delivery, "contact", reading)
                .at(WecomIds.PLATFORM, shop)
                .about(Who.Guarded.of(delivery, shop, reading.ids(), phones).orElse(standIn.subject()))
                .happenedAt(addedAt)
                .identifiedWithContentBy(
                        WecomIds.PLATFORM, "read-back", shop, contact.getStaff(), external, addedAt.getEpochSecond());
    }
}
