package io.quanyu.ingest.source.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
 * What the contact API answers about customers: who they are beside WeCom, and since when which staff, or which group, knows
 * them. One event a staff member or group, at the instant of the add, so that reading it back again says nothing new.
 */
final class WecomReadBack {

    private static final int CUSTOMER_OF_GROUP = 2;

    private final PhoneGuard phones;
    private final FieldMap<ContactChanged> friend =
            FieldMap.load(WecomReadBack.class, "wecom-read-back", ContactChanged.class);
    private final FieldMap<ContactChanged> group =
            FieldMap.load(WecomReadBack.class, "wecom-group-read-back", ContactChanged.class);

    WecomReadBack(PhoneGuard phones) {
        this.phones = phones;
    }

    void read(Delivery delivery, JsonNode payload, Findings findings) {
        Unwrapped.refuseErrors(payload, "errcode", "errmsg", List.of("0"));
        if (payload.path("external_contact").isObject()) {
            JsonNode follows = filled(payload.path("follow_user"), "follow_user is empty: no staff has this contact");
            follows.forEach(follow -> friend(delivery, payload.get("external_contact"), follow, findings));
        } else if (payload.path("external_contact_list").isArray()) {
            filled(payload.path("external_contact_list"), "external_contact_list is empty: no staff has a contact")
                    .forEach(one -> friend(delivery, one.path("external_contact"), one.path("follow_info"), findings));
        } else if (payload.path("group_chat").isObject()) {
            members(delivery, payload.path("group_chat"), findings);
        } else if (payload.path("customer_list").isArray()) {
            throw new Refusal(
                    Reason.NOTHING_TO_MAP,
                    "The customers of an acquisition link come without times: externalcontact/get says the same state with one");
        } else {
            throw new Refusal(Reason.UNKNOWN_KIND, "Neither callback XML nor an answer about contacts or a group");
        }
    }

    private static JsonNode filled(JsonNode list, String empty) {
        if (!list.isArray() || list.isEmpty()) {
            throw new Refusal(Reason.NOTHING_TO_MAP, empty);
        }
        return list;
    }

    private void friend(Delivery delivery, JsonNode contact, JsonNode follow, Findings findings) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.set("external_contact", contact);
        one.set("follow", withTags(follow));
        findings.item(one, () -> accepted(delivery, friend.read(one), "read-back"));
    }

    /** One answer has tags with names, the other a list of their ids. */
    private static JsonNode withTags(JsonNode follow) {
        if (!follow.path("tag_id").isArray() || follow.path("tags").isArray()) {
            return follow;
        }
        ObjectNode opened = follow.deepCopy();
        ArrayNode tags = opened.putArray("tags");
        follow.path("tag_id").forEach(id -> tags.addObject().set("tag_id", id));
        return opened;
    }

    private void members(Delivery delivery, JsonNode chat, Findings findings) {
        for (JsonNode member : filled(chat.path("member_list"), "member_list is empty: nobody is in the group")) {
            ObjectNode one = JsonNodeFactory.instance.objectNode();
            one.set("room", chat.path("chat_id"));
            one.set("member", member);
            findings.item(one, () -> member(delivery, one));
        }
    }

    private Accepted member(Delivery delivery, JsonNode one) {
        if (one.at("/member/type").asInt() != CUSTOMER_OF_GROUP) {
            throw new Refusal(Reason.NOT_A_CUSTOMER_FACT, "The member is staff (type 1)");
        }
        return accepted(delivery, group.read(one), "group-read-back");
    }

    private Accepted accepted(Delivery delivery, Reading<ContactChanged> reading, String how) {
        ContactChanged contact = reading.record();
        contact.setChange(ContactChange.READ_BACK);
        Instant addedAt = Objects.requireNonNull(contact.getAddedAt());
        String external = Objects.requireNonNull(reading.text("external"));
        String shop = delivery.shop(null);
        String by = contact.getStaff() == null ? contact.getRoom() : contact.getStaff();
        Who standIn = Who.only(WecomIds.CUSTOMER, shop, external);
        return Draft.of(delivery, "contact", reading)
                .at(WecomIds.PLATFORM, shop)
                .about(Who.Guarded.of(delivery, shop, reading.ids(), phones).orElse(standIn.subject()))
                .happenedAt(addedAt)
                .identifiedWithContentBy(WecomIds.PLATFORM, how, shop, by, external, addedAt.getEpochSecond());
    }
}
