package com.example.mine;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.events.LiveCodeScanned;
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

/** One visit a line. */
final class VisitAdapter implements Adapter {

    private final PhoneGuard phones;
    private final FieldMap<LiveCodeScanned> map =
            FieldMap.load(VisitAdapter.class, "mine-visits", LiveCodeScanned.class);

    VisitAdapter(PhoneGuard phones) {
        this.phones = phones;
    }

    @Override
    public void read(Delivery delivery, Findings findings) {
        JsonNode visit = Json.parse(delivery.body());
        if (!visit.isObject()) {
            throw new Refusal(Reason.MALFORMED, "A visit must be a JSON object");
        }
        Reading<LiveCodeScanned> reading = map.read(visit);
        Instant at = Objects.requireNonNull(reading.time("at"));
        String shop = delivery.shop(null);
        Who stranger = Who.only("visit", "mine:" + shop, String.valueOf(at.getEpochSecond()));
        findings.accept(Draft.of(delivery, "scan", reading)
                .at("mine", shop)
                .about(Who.Guarded.of(delivery, shop, reading.ids(), phones).orElse(stranger.subject()))
                .happenedAt(at)
                .identifiedWithContentBy("mine", shop, at.getEpochSecond()));
    }
}
