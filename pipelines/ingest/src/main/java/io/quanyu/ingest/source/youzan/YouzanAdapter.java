package io.quanyu.ingest.source.youzan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.events.OrderChanged;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Adapter;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Findings;
import io.quanyu.ingest.door.Json;
import io.quanyu.ingest.door.Refusal;
import io.quanyu.ingest.door.Unwrapped;
import io.quanyu.ingest.privacy.TextGuard;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Youzan: pushes, whose {@code msg} is URL-encoded JSON or an object and holds a whole order or a thin one, and the answers
 * of the detail calls for trades and refunds.
 */
final class YouzanAdapter implements Adapter {

    private static final Pattern REFUND_PUSH = Pattern.compile("(?:youzan_)?trade_[Rr]efund.*");

    private final YouzanOrders orders;
    private final YouzanRefunds refunds;

    YouzanAdapter(PhoneGuard phones) {
        this.orders = new YouzanOrders(phones);
        this.refunds = new YouzanRefunds(phones);
    }

    @Override
    public void read(Delivery delivery, Findings findings) {
        JsonNode payload = Json.parse(delivery.body());
        if (payload.hasNonNull("msg") && payload.hasNonNull("type")) {
            push(delivery, (ObjectNode) payload, findings);
        } else {
            answer(delivery, payload, findings);
        }
    }

    private void push(Delivery delivery, ObjectNode envelope, Findings findings) {
        String type = envelope.path("type").asText();
        if (envelope.path("test").asBoolean(false)) {
            throw new Refusal(Reason.NOTHING_TO_MAP, "A test push of the platform (\"test\": true) is no fact");
        }
        boolean refund = REFUND_PUSH.matcher(type).matches();
        if (!refund && !type.startsWith("trade_Trade")) {
            throw new Refusal(Reason.UNKNOWN_KIND, "No adapter for push type " + TextGuard.quote(type));
        }
        JsonNode msg = message(envelope.get("msg"));
        String shop = delivery.shop(YouzanOrders.shopOf(envelope));
        if (!refund && msg.path("full_order_info").isObject()) {
            Accepted order = orders.whole(delivery, shop, msg, envelope);
            findings.accept(order);
            cases(delivery, msg, order, findings);
            return;
        }
        ObjectNode opened = envelope.deepCopy();
        opened.set("msg", msg);
        findings.accept(refund ? refunds.read(delivery, shop, opened) : orders.thin(delivery, shop, opened));
    }

    /** The after-sale cases that an order names. */
    private void cases(Delivery delivery, JsonNode data, @Nullable Accepted order, Findings findings) {
        if (order != null) {
            data.path("refund_order")
                    .forEach(entry -> findings.item(
                            entry, () -> refunds.ofOrder(delivery, data, entry, (OrderChanged) order.event())));
        }
    }

    private static JsonNode message(JsonNode msg) {
        if (msg.isObject()) {
            return msg;
        }
        String text = msg.asText();
        try {
            String plain = text.startsWith("{") ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
            JsonNode message = Json.parse(plain, "msg");
            if (message.isObject()) {
                return message;
            }
        } catch (IllegalArgumentException notEncoded) {
            throw new Refusal(Reason.MALFORMED, "msg is not URL-encoded: a % without two hex digits");
        }
        throw new Refusal(Reason.MALFORMED, "msg must hold a JSON object");
    }

    private void answer(Delivery delivery, JsonNode payload, Findings findings) {
        Unwrapped.refuseErrors(payload, "code", "message", List.of("200", "0"));
        JsonNode data = Unwrapped.objectAt(payload, "/data", "/response", "");
        if (data == null) {
            throw new Refusal(Reason.UNKNOWN_KIND, "Neither a push nor the answer of a trade or refund call");
        }
        JsonNode many = data.path("full_order_info_list");
        if (many.isArray()) {
            if (many.isEmpty()) {
                throw new Refusal(Reason.NOTHING_TO_MAP, "The list of orders is empty");
            }
            many.forEach(one -> cases(delivery, one, findings.item(one, () -> pulled(delivery, one)), findings));
        } else if (data.path("full_order_info").isObject()) {
            Accepted order = pulled(delivery, data);
            findings.accept(order);
            cases(delivery, data, order, findings);
        } else if (data.hasNonNull("refund_id")) {
            ObjectNode opened = ((ObjectNode) Json.parse("{}", "")).set("msg", data);
            findings.accept(refunds.read(delivery, delivery.shop(YouzanOrders.shopOf(data)), opened));
        } else {
            throw new Refusal(Reason.UNKNOWN_KIND, "The answer holds neither full_order_info nor refund_id");
        }
    }

    private Accepted pulled(Delivery delivery, JsonNode data) {
        JsonNode head = data.at("/full_order_info/order_info");
        return orders.whole(delivery, delivery.shop(YouzanOrders.shopOfOrder(head)), data, null);
    }
}
