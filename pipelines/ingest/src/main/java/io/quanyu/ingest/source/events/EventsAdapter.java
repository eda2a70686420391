package io.quanyu.ingest.source.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.contract.RawHeaders;
import io.quanyu.events.LiveCodeDefined;
import io.quanyu.events.LiveCodeScanned;
import io.quanyu.events.SpendReported;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Adapter;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Draft;
import io.quanyu.ingest.door.Findings;
import io.quanyu.ingest.door.Json;
import io.quanyu.ingest.door.Refusal;
import io.quanyu.ingest.door.Who;
import io.quanyu.ingest.fields.BadField;
import io.quanyu.ingest.fields.Reading;
import io.quanyu.ingest.privacy.TextGuard;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Events by the map that travels with them. What has no id of its own is told apart by what it says. */
final class EventsAdapter implements Adapter {

    static final String PLATFORM = "events";

    private static final int MAPS_KEPT = 32;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final PhoneGuard phones;
    private final Map<String, EventMap> maps = new LinkedHashMap<>(MAPS_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EventMap> eldest) {
            return size() > MAPS_KEPT;
        }
    };

    EventsAdapter(PhoneGuard phones) {
        this.phones = phones;
    }

    @Override
    public void read(Delivery delivery, Findings findings) {
        EventMap map = mapOf(delivery);
        JsonNode payload = Json.parse(delivery.body());
        if (payload.isArray() && !payload.isEmpty()) {
            payload.forEach(item -> findings.item(item, () -> event(delivery, map, item)));
        } else {
            findings.accept(event(delivery, map, payload));
        }
    }

    private Accepted event(Delivery delivery, EventMap map, JsonNode item) {
        if (!(item instanceof ObjectNode object)) {
            throw new Refusal(Reason.MALFORMED, "An event must be a JSON object");
        }
        String place = object.has(EventFiles.LINE)
                ? "CSV line " + object.path(EventFiles.LINE).asText() + ": "
                : "";
        if (object.has(EventFiles.PROBLEM)) {
            throw new Refusal(
                    Reason.MALFORMED,
                    place + TextGuard.quote(object.path(EventFiles.PROBLEM).asText()));
        }
        try {
            return drafted(delivery, map, object);
        } catch (BadField bad) {
            throw bad.in(place);
        } catch (Refusal refusal) {
            throw new Refusal(refusal.reason(), place + refusal.detail());
        }
    }

    private Accepted drafted(Delivery delivery, EventMap map, ObjectNode item) {
        String shop = delivery.shop(map.shop());
        Reading<? extends SpecificRecord> reading = map.fields().read(withVersion(delivery, map, item));
        Who who = who(delivery, map, reading, shop);
        Instant at = time(delivery, reading);
        Draft<?> draft = Draft.of(delivery, map.kind().word(), reading)
                .at(PLATFORM, shop)
                .about(who)
                .happenedAt(at);
        String id = reading.text("id");
        String kind = map.kind().word();
        return id == null
                ? draft.identifiedWithContentBy(
                        PLATFORM, kind, shop, who.subject().getValue(), at.toEpochMilli())
                : draft.identifiedWithContentBy(PLATFORM, kind, shop, id);
    }

    /** What is said again later holds: without a version of its own, the file that was fed last. */
    private static JsonNode withVersion(Delivery delivery, EventMap map, ObjectNode item) {
        if (!map.kind().isVersioned()) {
            return item;
        }
        long order = delivery.fileOrder().orElse(delivery.receivedAt().toEpochMilli());
        return item.deepCopy().put(EventMap.FED_ORDER, order);
    }

    private Who who(Delivery delivery, EventMap map, Reading<?> reading, String shop) {
        if (reading.record() instanceof SpendReported spend) {
            String promotion = spend.getPromotion().isEmpty() ? "" : "/" + spend.getPromotion();
            return Who.only("project", PLATFORM + ":" + shop, spend.getProject() + promotion);
        }
        if (reading.record() instanceof LiveCodeDefined code) {
            return Who.only("live_code", shop, code.getLiveCode());
        }
        Who.Guarded guarded = Who.Guarded.of(delivery, shop, reading.ids(), phones);
        if (reading.record() instanceof LiveCodeScanned scanned) {
            String visit = scanned.getLiveCode() + "@" + time(delivery, reading).toEpochMilli();
            return guarded.orElse(
                    Who.only("visit", PLATFORM + ":" + shop, visit).subject());
        }
        if (guarded.account().isEmpty()) {
            throw new Refusal(
                    Reason.MISSING_FIELD,
                    "Nobody is named: all identifiers with account: true are empty in a "
                            + map.kind().word());
        }
        return guarded.orElse(guarded.account().get());
    }

    private static Instant time(Delivery delivery, Reading<?> reading) {
        Instant said = reading.time("time");
        if (said != null) {
            return said;
        }
        return switch (kindOf(reading)) {
            case SPEND -> startOf((SpendReported) reading.record());
            case LIVE_CODE -> delivery.receivedAt();
            case BEHAVIOR, COUPON, SCAN -> throw new Refusal(Reason.MISSING_FIELD, "time is missing (facts: time)");
        };
    }

    private static EventMap.Kind kindOf(Reading<?> reading) {
        for (EventMap.Kind kind : EventMap.Kind.values()) {
            if (kind.type.isInstance(reading.record())) {
                return kind;
            }
        }
        throw new IllegalStateException(
                "No kind of events has " + reading.record().getSchema());
    }

    private static Instant startOf(SpendReported spend) {
        int hour = spend.getHour() == null ? 0 : spend.getHour();
        return spend.getDay().atTime(hour, 0).atZone(SHANGHAI).toInstant();
    }

    private EventMap mapOf(Delivery delivery) {
        String yaml = delivery.raw()
                .header(RawHeaders.MAP)
                .orElseThrow(() ->
                        new Refusal(Reason.BAD_HEADER, "Header \"map\" is missing: it must hold the map of the file"));
        synchronized (maps) {
            try {
                return maps.computeIfAbsent(yaml, text -> EventMap.parse("header map", text));
            } catch (IllegalArgumentException wrong) {
                throw new Refusal(Reason.BAD_HEADER, TextGuard.mask(String.valueOf(wrong.getMessage())));
            }
        }
    }
}
