package io.quanyu.ingest.source.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.events.MessageSent;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Adapter;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Draft;
import io.quanyu.ingest.door.Findings;
import io.quanyu.ingest.door.Json;
import io.quanyu.ingest.door.Refusal;
import io.quanyu.ingest.door.Unwrapped;
import io.quanyu.ingest.door.Who;
import io.quanyu.ingest.fields.FieldMap;
import io.quanyu.ingest.fields.Reading;
import io.quanyu.ingest.privacy.TextGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The chat archive, decrypted: one message or a list. The pulled form with {@code encrypt_chat_msg} is refused: the puller
 * has the key, we do not.
 */
final class WecomChatAdapter implements Adapter {

    private final FieldMap<MessageSent> map = FieldMap.load(WecomChatAdapter.class, "wecom-chat", MessageSent.class);

    @Override
    public void read(Delivery delivery, Findings findings) {
        JsonNode payload = Json.parse(delivery.body());
        Unwrapped.refuseErrors(payload, "errcode", "errmsg", List.of("0"));
        JsonNode pulled = payload.path("chatdata");
        if (pulled.isArray() && pulled.isEmpty()) {
            throw new Refusal(Reason.NOTHING_TO_MAP, "chatdata is empty: nothing new in the archive");
        }
        if (pulled.isArray() || payload.has("encrypt_chat_msg")) {
            throw new Refusal(
                    Reason.ENCRYPTED,
                    "The messages are still in their pulled form (encrypt_chat_msg): decrypt them at the puller");
        }
        if (payload.isArray()) {
            payload.forEach(message -> findings.item(message, () -> message(delivery, message)));
        } else {
            findings.accept(message(delivery, payload));
        }
    }

    private Accepted message(Delivery delivery, JsonNode message) {
        if (!message.isObject()) {
            throw new Refusal(Reason.MALFORMED, "A message must be an object");
        }
        String action = Json.text(message.path("action"));
        if (action.equals("switch")) {
            throw new Refusal(
                    Reason.NOT_A_CUSTOMER_FACT, "A switch of corp by a staff member says nothing of a customer");
        }
        if (!action.equals("send") && !action.equals("recall")) {
            throw new Refusal(Reason.UNKNOWN_KIND, "No adapter for action " + TextGuard.quote(action));
        }
        Talk talk = Talk.of(message);
        ObjectNode opened = message.deepCopy();
        opened.put("from_customer", talk.fromCustomer());
        Reading<MessageSent> reading = map.read(opened);
        MessageSent sent = reading.record();
        String shop = delivery.shop(null);
        sent.setStaff(talk.staff());
        if (sent.getMessageType().equals("mixed")) {
            sent.setText(mixedText(message.at("/mixed/item")));
        }
        return Draft.of(delivery, "message", reading)
                .at(WecomIds.PLATFORM, shop)
                .about(who(shop, talk, sent.getRoom()))
                .happenedAt(Objects.requireNonNull(reading.time("sent_at")))
                .identifiedBy(WecomIds.PLATFORM, "message", shop, sent.getMessageId());
    }

    private static Who who(String shop, Talk talk, @Nullable String room) {
        if (talk.customer() != null) {
            return Who.only(WecomIds.CUSTOMER, shop, talk.customer());
        }
        return Who.only("room", shop, Objects.requireNonNull(room));
    }

    /** The texts among the parts of a mixed message, masked. Each part is JSON in a text. */
    private static @Nullable String mixedText(JsonNode items) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items) {
            JsonNode content = item.path("content");
            if (item.path("type").asText().equals("text") && content.isTextual()) {
                texts.add(TextGuard.mask(Json.parse(content.asText(), "mixed content")
                        .path("content")
                        .asText()));
            }
        }
        return texts.isEmpty() ? null : String.join("\n", texts);
    }
}
