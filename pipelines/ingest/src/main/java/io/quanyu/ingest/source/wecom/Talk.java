package io.quanyu.ingest.source.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Json;
import io.quanyu.ingest.door.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who talks with whom in an archived message.
 *
 * @param customer the customer of a conversation of two, or who speaks in a room; null for staff who speak to a room
 * @param staff the staff member of a conversation of two; null in a room or if the message does not say
 */
record Talk(@Nullable String customer, @Nullable String staff, boolean fromCustomer) {

    static Talk of(JsonNode message) {
        boolean room = !Json.text(message.path("roomid")).isBlank();
        String consenting = consenting(message);
        String from = consenting.isBlank() ? sender(message) : consenting;
        if (!consenting.isBlank() || WecomIds.isCustomer(from)) {
            String staff = room ? null : firstOf(message, false);
            return new Talk(from, staff, true);
        }
        if (room) {
            return new Talk(null, null, false);
        }
        String customer = firstOf(message, true);
        if (customer == null) {
            throw new Refusal(
                    Reason.NOT_A_CUSTOMER_FACT, "Neither from nor tolist names a customer: staff among themselves");
        }
        return new Talk(customer, from, false);
    }

    /** Consent names who gives it in its own object, and only customers are asked; empty for everything else. */
    private static String consenting(JsonNode message) {
        String agreed = Json.text(message.at("/agree/userid"));
        return agreed.isBlank() ? Json.text(message.at("/disagree/userid")) : agreed;
    }

    private static String sender(JsonNode message) {
        String from = Json.text(message.path("from"));
        if (from.isBlank()) {
            throw new Refusal(Reason.MISSING_FIELD, "from is missing");
        }
        return from;
    }

    private static @Nullable String firstOf(JsonNode message, boolean customers) {
        List<String> receivers = new ArrayList<>();
        message.path("tolist").forEach(receiver -> receivers.add(Json.text(receiver)));
        return receivers.stream()
                .filter(receiver -> !receiver.isBlank() && WecomIds.isCustomer(receiver) == customers)
                .findFirst()
                .orElse(null);
    }
}
