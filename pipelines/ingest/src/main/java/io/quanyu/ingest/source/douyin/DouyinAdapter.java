package io.quanyu.ingest.source.douyin;

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
import io.quanyu.ingest.door.Unwrapped;
import io.quanyu.ingest.privacy.TextGuard;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Douyin shop: pushes, an array of messages whose {@code data} is JSON in a text, and the answers of the order and
 * after-sale calls.
 */
final class DouyinAdapter implements Adapter {

    private static final Set<String> ORDER_TAGS =
            Set.of("100", "101", "102", "103", "104", "105", "106", "108", "109", "110", "111", "113", "126");
    private static final Set<String> REFUND_TAGS =
            Set.of("200", "201", "202", "203", "204", "205", "206", "207", "208");

    /** Expiry, exchange, arbitration, reshipment: most are silent about money, and some say that it went back. */
    private static final Pattern OTHER_CASE_TAGS = Pattern.compile("209|21[1-8]|22[4-7]");

    private final DouyinOrders orders;
    private final DouyinRefunds refunds;

    DouyinAdapter(PhoneGuard phones) {
        this.orders = new DouyinOrders(phones);
        this.refunds = new DouyinRefunds();
    }

    @Override
    public void read(Delivery delivery, Findings findings) {
        JsonNode payload = Json.parse(delivery.body());
        if (payload.isArray()) {
            each(payload, "The push has no message", findings, message -> push(delivery, message));
        } else if (payload.hasNonNull("tag")) {
            findings.accept(push(delivery, payload));
        } else {
            answer(delivery, payload, findings);
        }
    }

    private Accepted push(Delivery delivery, JsonNode message) {
        String tag = Json.text(message.path("tag"));
        boolean other = OTHER_CASE_TAGS.matcher(tag).matches();
        boolean refund = other || REFUND_TAGS.contains(tag);
        if (!refund && !ORDER_TAGS.contains(tag)) {
            throw new Refusal(Reason.UNKNOWN_KIND, "No adapter for message tag " + TextGuard.quote(tag));
        }
        JsonNode data = data(message.path("data"));
        if (other && !saysStatusAndMoney(data)) {
            throw new Refusal(
                    Reason.NOTHING_TO_MAP, "Message tag " + tag + " says nothing of money: ask afterSale.Detail");
        }
        ObjectNode opened = message.deepCopy();
        opened.set("data", data);
        return refund ? refunds.read(delivery, opened, "push" + tag) : orders.thin(delivery, opened, tag);
    }

    private static boolean saysStatusAndMoney(JsonNode data) {
        boolean status = data.hasNonNull("aftersale_status") || data.hasNonNull("after_sale_status");
        return status && (data.hasNonNull("refund_amount") || data.hasNonNull("real_refund_amount"));
    }

    private static JsonNode data(JsonNode data) {
        JsonNode opened = data.isTextual() ? Json.parse(data.asText(), "data") : data;
        if (!opened.isObject()) {
            throw new Refusal(Reason.MALFORMED, "data must hold a JSON object");
        }
        return opened;
    }

    private void answer(Delivery delivery, JsonNode payload, Findings findings) {
        Unwrapped.refuseErrors(payload, "code", "msg", List.of("0", "10000"));
        Unwrapped.refuseErrors(payload, "err_no", "message", List.of("0"));
        JsonNode data = payload.path("data");
        if (data.path("shop_order_detail").isObject()) {
            findings.accept(orders.whole(delivery, data.path("shop_order_detail")));
        } else if (data.path("shop_order_list").isArray()) {
            each(data.path("shop_order_list"), "No order", findings, order -> orders.whole(delivery, order));
        } else if (data.path("items").isArray()) {
            each(data.path("items"), "No case", findings, item -> refunds.read(delivery, asData(item), "list"));
        } else if (data.has("process_info") || data.has("after_sale_id") || data.has("aftersale_id")) {
            findings.accept(refunds.read(delivery, asData(data), "detail"));
        } else {
            throw new Refusal(Reason.UNKNOWN_KIND, "Neither a push nor the answer of an order or after-sale call");
        }
    }

    private static JsonNode asData(JsonNode item) {
        return ((ObjectNode) Json.parse("{}", "")).set("data", item);
    }

    private interface ItemReader {
        Accepted read(JsonNode item);
    }

    private static void each(JsonNode list, String empty, Findings findings, ItemReader reader) {
        if (list.isEmpty()) {
            throw new Refusal(Reason.NOTHING_TO_MAP, empty + ": the list is empty");
        }
        list.forEach(item -> findings.item(item, () -> {
            if (!item.isObject()) {
                throw new Refusal(Reason.MALFORMED, "Each item must be an object");
            }
            return reader.read(item);
        }));
    }
}
