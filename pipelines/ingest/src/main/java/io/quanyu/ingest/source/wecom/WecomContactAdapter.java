package io.quanyu.ingest.source.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Adapter;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Findings;
import io.quanyu.ingest.door.Json;
import io.quanyu.ingest.door.Refusal;
import io.quanyu.ingest.privacy.TextGuard;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * WeCom customer contact: decrypted callbacks about friends and groups, and answers about contacts and groups.
 * The encrypted wire form is refused: the collector has the key, we do not.
 */
final class WecomContactAdapter implements Adapter {

    private static final Set<String> STAFF_EVENTS = Set.of("change_external_tag", "change_contact");

    private final WecomContacts contacts;
    private final WecomReadBack readBack;

    WecomContactAdapter(PhoneGuard phones) {
        this.contacts = new WecomContacts(phones);
        this.readBack = new WecomReadBack(phones);
    }

    @Override
    public void read(Delivery delivery, Findings findings) {
        if (WecomXml.looksLikeXml(delivery.body())) {
            event(delivery, WecomXml.parse(delivery.body()), findings);
        } else {
            readBack.read(delivery, Json.parse(delivery.body()), findings);
        }
    }

    private void event(Delivery delivery, ObjectNode xml, Findings findings) {
        if (xml.has("Encrypt")) {
            throw new Refusal(
                    Reason.ENCRYPTED,
                    "The callback is still in its wire form (element Encrypt): decrypt it at the collector");
        }
        String shop = delivery.shop(corpOf(xml));
        String event = xml.path("Event").asText(xml.path("InfoType").asText());
        switch (event) {
            case "change_external_contact" -> findings.accept(contacts.friend(delivery, shop, xml));
            case "change_external_chat" -> group(delivery, shop, xml, findings);
            case "customer_acquisition" -> findings.accept(acquisition(delivery, shop, xml));
            case "kf_msg_or_event", "msgaudit_notify" -> throw new Refusal(
                    Reason.NOTHING_TO_MAP, event + " is only a hint that there is something to pull");
            default -> throw unknown(event);
        }
    }

    /** Most of these are about the link and its quota; removals come as a change of the contact as well. */
    private Accepted acquisition(Delivery delivery, String shop, ObjectNode xml) {
        String change = Json.text(xml.path("ChangeType"));
        return switch (change) {
            case "customer_start_chat" -> contacts.acquired(delivery, shop, xml);
            case "message_from_customer", "del_follow_user" -> throw new Refusal(
                    Reason.NOTHING_TO_MAP,
                    change + " of an acquisition link repeats what the chat archive and change_external_contact say");
            default -> throw new Refusal(
                    Reason.NOT_A_CUSTOMER_FACT,
                    "Acquisition change " + TextGuard.quote(change) + " names no customer: it is about the link");
        };
    }

    private void group(Delivery delivery, String shop, ObjectNode xml, Findings findings) {
        String change = xml.path("UpdateDetail").asText(xml.path("ChangeType").asText());
        if (!change.equals("add_member") && !change.equals("del_member")) {
            throw new Refusal(
                    Reason.NOT_A_CUSTOMER_FACT,
                    "Group change " + TextGuard.quote(change) + " is about the group, not about a customer");
        }
        List<String> members = members(xml.path("MemChangeList"));
        if (members.isEmpty()) {
            throw new Refusal(Reason.MISSING_FIELD, "MemChangeList names no member: read the group again");
        }
        for (String member : members) {
            ObjectNode one = xml.deepCopy();
            one.remove("MemChangeList");
            one.put("member", member);
            findings.item(one, () -> contacts.member(delivery, shop, one, member));
        }
    }

    /** The old form is one text with commas, the new one a list of items. */
    private static List<String> members(JsonNode list) {
        if (list.isArray()) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(member -> !member.isBlank())
                    .toList();
        }
        return Arrays.stream(list.asText().split(","))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
    }

    /** Ids that a service provider's app sees differ from the corp's own, so its suite is part of the scope. */
    private static @Nullable String corpOf(ObjectNode xml) {
        String corp = xml.path("ToUserName").asText(xml.path("AuthCorpId").asText());
        if (corp.isBlank()) {
            return null;
        }
        String suite = xml.path("SuiteId").asText();
        return suite.isBlank() ? corp : corp + ":" + suite;
    }

    private static Refusal unknown(String event) {
        return STAFF_EVENTS.contains(event)
                ? new Refusal(
                        Reason.NOT_A_CUSTOMER_FACT, event + " is about the corp's own lists, not about a customer")
                : new Refusal(Reason.UNKNOWN_KIND, "No adapter for event " + TextGuard.quote(event));
    }
}
