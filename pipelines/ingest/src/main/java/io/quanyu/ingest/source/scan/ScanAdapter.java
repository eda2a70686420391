package io.quanyu.ingest.source.scan;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.events.Identifier;
import io.quanyu.events.LiveCodeScanned;
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
import io.quanyu.ingest.fields.FieldMap;
import io.quanyu.ingest.fields.Reading;
import java.time.Instant;
import java.util.Objects;

/** Openings of live codes on the merchant's own page: one JSON object a scan, of a known visitor or of a visit alone. */
final class ScanAdapter implements Adapter {

    static final String PLATFORM = "scan";

    private final PhoneGuard phones;
    private final FieldMap<LiveCodeScanned> map = FieldMap.load(ScanAdapter.class, "scan-jsonl", LiveCodeScanned.class);

    ScanAdapter(PhoneGuard phones) {
        this.phones = phones;
    }

    @Override
    public void read(Delivery delivery, Findings findings) {
        JsonNode payload = Json.parse(delivery.body());
        if (payload.isArray() && !payload.isEmpty()) {
            for (int item = 0; item < payload.size(); item++) {
                JsonNode scan = payload.get(item);
                String place = placeOf(delivery) + "-" + item;
                findings.item(scan, () -> scan(delivery, scan, place));
            }
        } else {
            findings.accept(scan(delivery, payload, placeOf(delivery)));
        }
    }

    private static String placeOf(Delivery delivery) {
        return delivery.raw().position().partition() + "-"
                + delivery.raw().position().offset();
    }

    /** @param place what tells two scans apart that name neither themselves nor their visitor */
    private Accepted scan(Delivery delivery, JsonNode scan, String place) {
        if (!scan.isObject()) {
            throw new Refusal(Reason.MALFORMED, "A scan must be a JSON object");
        }
        Reading<LiveCodeScanned> reading = map.read(scan);
        LiveCodeScanned scanned = reading.record();
        Instant at = Objects.requireNonNull(reading.time("at"));
        String shop = delivery.shop(null);
        Who.Guarded visitor = Who.Guarded.of(delivery, shop, reading.ids(), phones);
        String visit = reading.text("scan_id");
        if (visit == null) {
            String when = scanned.getLiveCode() + "@" + at.toEpochMilli();
            visit = visitor.account().isPresent() ? when : when + "@" + place;
        }
        Identifier visitAlone = Who.only("visit", PLATFORM + ":" + shop, visit).subject();
        return Draft.of(delivery, "scan", reading)
                .at(PLATFORM, shop)
                .about(visitor.orElse(visitAlone))
                .happenedAt(at)
                .identifiedWithContentBy(PLATFORM, shop, visit);
    }
}
