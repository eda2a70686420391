package io.quanyu.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
import io.quanyu.events.Identifier;
import io.quanyu.scenarios.Story.StoryEvent;
import io.quanyu.scenarios.StoryReader.BadStory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Turns an event as a story writes it into the canonical event of its kind, with the defaults of the stories' README. */
public final class EventForm {

    private static final String RULING = "ruling";

    private static final Set<String> NAMES_PEOPLE =
            Set.of("account", "phone", "receiver_phone", "unionid", "openid", "same_as", "ids");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String tenant;
    private final Ids ids;

    public EventForm(String tenant, Ids ids) {
        this.tenant = tenant;
        this.ids = ids;
    }

    /**
     * The canonical event.
     *
     * @throws BadStory if the kind or a field is unknown, or a value does not fit; the message says where
     */
    public GenericRecord record(StoryEvent event, Instant receivedAt) {
        Schema schema = kind(event).schema();
        ObjectNode fields = event.fields().deepCopy();
        String place = event.place() + "." + event.kind();
        String platform = text(fields, "platform", defaultPlatform(place, event.kind(), fields));
        String shop = text(fields, "shop", "shop1");
        Defaults.of(event).addTo(fields);
        if (event.kind().equals(RULING)) {
            new RulingForm(event, ids).expand(fields, shop);
        }
        ObjectNode whole = JSON.createObjectNode();
        whole.put("tenant", tenant).put("platform", platform).put("shop", shop);
        whole.put("occurred_at", event.at().toString()).put("received_at", receivedAt.toString());
        whole.put("mapping_version", "story/1");
        whole.setAll(fields);
        whole.remove(NAMES_PEOPLE);
        Identifier subject = subject(place, event.kind(), platform, shop, fields);
        if (!whole.has("event_id")) {
            whole.put("event_id", platform + ":" + event.kind() + ":" + subject.getValue() + ":" + key(event, fields));
        }
        GenericRecord record = AvroFields.record(place, schema, whole);
        record.put("subject", AvroFields.generic(subject));
        record.put("identifiers", identifiers(place, event.kind(), platform, shop, fields, subject));
        return record;
    }

    private static EventKind kind(StoryEvent event) {
        List<String> names =
                EventKinds.all().stream().map(EventKind::name).sorted().toList();
        if (!names.contains(event.kind())) {
            throw new BadStory(
                    event.place() + " has an unknown kind \"" + event.kind() + "\"; known: " + names + " and raw");
        }
        return EventKinds.named(event.kind());
    }

    private static String defaultPlatform(String place, String kind, JsonNode fields) {
        if (fields.has("account")) {
            return Ids.platformOf(place, fields.get("account").asText());
        }
        return switch (kind) {
            case "spend" -> "oceanengine";
            case "live_code", "contact", "message" -> "wecom";
            case RULING -> "quanyu";
            default -> "shop";
        };
    }

    private Identifier subject(String place, String kind, String platform, String shop, JsonNode fields) {
        if (fields.has("account")) {
            return ids.account(place, fields.get("account").asText(), shop);
        }
        return switch (kind) {
            case "order", "refund" -> Ids.order(platform, shop, required(place, fields, "order_id"), "self");
            case "spend" -> new Identifier(
                    "project", platform + ":" + shop, required(place, fields, "project"), "self", null);
            case "live_code" -> new Identifier("live_code", shop, required(place, fields, "live_code"), "self", null);
            case RULING -> new Identifier(
                    "operator", tenant, fields.get("operator").asText(), "self", null);
            default -> throw new BadStory(place + " names nobody: add account");
        };
    }

    private List<GenericRecord> identifiers(
            String place, String kind, String platform, String shop, JsonNode fields, Identifier subject) {
        if (kind.equals(RULING)) {
            return List.of(); // A ruling is no evidence.
        }
        List<Identifier> all = new ArrayList<>();
        all.add(subject);
        all.addAll(ids.further(place, kind, shop, fields));
        boolean tiesAnOrder = kind.equals("order") || kind.equals("refund");
        if (tiesAnOrder && fields.has("account") && fields.hasNonNull("order_id")) {
            all.add(Ids.order(platform, shop, fields.get("order_id").asText(), "order-of"));
        }
        return all.stream().map(AvroFields::generic).toList();
    }

    /** What tells two events of one subject and kind apart. */
    private static String key(StoryEvent event, JsonNode fields) {
        String version = fields.path("version").asText(Long.toString(event.at().toEpochMilli()));
        for (String name :
                List.of("refund_id", "order_id", "coupon_id", "message_id", "day", "live_code", "product_id")) {
            if (fields.has(name)) {
                return fields.get(name).asText() + ":" + version;
            }
        }
        return version;
    }

    private static String text(JsonNode fields, String name, String otherwise) {
        return fields.hasNonNull(name) ? fields.get(name).asText() : otherwise;
    }

    private static String required(String place, JsonNode fields, String name) {
        if (!fields.hasNonNull(name)) {
            throw new BadStory(place + " has neither account nor " + name);
        }
        return fields.get(name).asText();
    }

    /** The day on which an instant falls in Asia/Shanghai. */
    static String dayOf(Instant instant) {
        return instant.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
    }
}
