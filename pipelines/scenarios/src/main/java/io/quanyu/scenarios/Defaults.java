package io.quanyu.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.scenarios.Story.StoryEvent;
import io.quanyu.scenarios.StoryReader.BadStory;
import java.math.BigDecimal;
import java.util.List;

/** What an event means where a story leaves it out: one place for the table in the stories' README. */
final class Defaults {

    private static final List<String> MONEY = List.of("paid", "total", "shipping", "refund", "cost", "worth");

    private final StoryEvent event;

    private Defaults(StoryEvent event) {
        this.event = event;
    }

    static Defaults of(StoryEvent event) {
        return new Defaults(event);
    }

    /** Adds every default of the event's kind that the fields do not say, and turns yuan into fen. */
    void addTo(ObjectNode fields) {
        MONEY.forEach(name -> yuanToFen(fields, name));
        switch (event.kind()) {
            case "order" -> order(fields);
            case "refund" -> refund(fields);
            case "contact" -> {
                put(fields, "change", "ADDED");
                put(fields, "staff", "staff1");
            }
            case "message" -> message(fields);
            case "coupon" -> {
                put(fields, "change", "CLAIMED");
                put(fields, "coupon_id", "coupon-" + event.at().toEpochMilli());
            }
            case "behavior" -> put(fields, "behavior", "VIEW");
            case "spend" -> {
                put(fields, "project", fields.path("channel").asText("project1"));
                put(fields, "day", EventForm.dayOf(event.at()));
                version(fields);
            }
            case "live_code" -> {
                version(fields);
                put(fields, "channel", fields.path("live_code").asText());
            }
            default -> {
                // scan and ruling need nothing; an unknown kind is refused by its schema
            }
        }
    }

    private void order(ObjectNode fields) {
        version(fields);
        put(fields, "fulfilment", "PAID");
        boolean paid = List.of("PAID", "SHIPPED", "COMPLETED")
                .contains(fields.get("fulfilment").asText());
        put(fields, "ordered_at", event.at().toString());
        if (paid) {
            put(fields, "paid_at", event.at().toString());
        }
        if (fields.get("fulfilment").asText().equals("CLOSED")) {
            put(fields, "closed_at", event.at().toString());
        }
    }

    private void refund(ObjectNode fields) {
        version(fields);
        put(fields, "status", "SUCCEEDED");
        put(fields, "refund_id", fields.path("order_id").asText("refund") + "-r");
        if (fields.get("status").asText().equals("SUCCEEDED")) {
            put(fields, "succeeded_at", event.at().toString());
        }
    }

    private void message(ObjectNode fields) {
        put(fields, "message_id", "message-" + event.at().toEpochMilli());
        put(fields, "action", "SENT");
        put(fields, "message_type", "text");
        put(fields, "staff", "staff1");
        if (!fields.has("from_customer")) {
            fields.put("from_customer", true);
        }
    }

    private void version(ObjectNode fields) {
        if (!fields.has("version")) {
            fields.put("version", event.at().toEpochMilli());
        }
    }

    private static void put(ObjectNode fields, String name, String value) {
        if (!fields.has(name)) {
            fields.put(name, value);
        }
    }

    private void yuanToFen(ObjectNode fields, String name) {
        JsonNode yuan = fields.remove(name + "_yuan");
        if (yuan != null) {
            try {
                long fen = new BigDecimal(yuan.asText()).movePointRight(2).longValueExact();
                fields.put(name + "_fen", fen);
            } catch (ArithmeticException | NumberFormatException e) {
                throw new BadStory(event.place() + ": " + name
                        + "_yuan is not an amount in yuan with at most two decimals: " + yuan.asText());
            }
        }
    }
}
