package io.quanyu.ingest.source.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.events.LiveCodeDefined;
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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of live codes: the answer of {@code get_contact_way}, {@code get_join_way} or {@code
 * customer_acquisition/get}, or the request that creates one. The {@code remark} is read as channel/campaign/poster/placement. A definition has no time or version of its own, so
 * the arrival is its version.
 */
final class WecomContactWayAdapter implements Adapter {

    private final FieldMap<LiveCodeDefined> map =
            FieldMap.load(WecomContactWayAdapter.class, "wecom-contact-way", LiveCodeDefined.class);

    @Override
    public void read(Delivery delivery, Findings findings) {
        JsonNode payload = Json.parse(delivery.body());
        Unwrapped.refuseErrors(payload, "errcode", "errmsg", List.of("0"));
        checkKind(payload);
        ObjectNode opened = payload.deepCopy();
        opened.put("pulled_at", delivery.receivedAt().toEpochMilli());
        Reading<LiveCodeDefined> reading = map.read(opened);
        LiveCodeDefined code = reading.record();
        describe(code, reading.text("remark"));
        String shop = delivery.shop(null);
        findings.accept(Draft.of(delivery, "live_code", reading)
                .at(WecomIds.PLATFORM, shop)
                .about(Who.only("live_code", shop, code.getLiveCode()))
                .happenedAt(delivery.receivedAt())
                .identifiedWithContentBy(WecomIds.PLATFORM, "live-code", shop, code.getLiveCode(), code.getVersion()));
    }

    private static void checkKind(JsonNode payload) {
        boolean answer = payload.path("contact_way").isObject()
                || payload.path("join_way").isObject()
                || payload.path("link").isObject();
        boolean request = payload.has("scene") || payload.has("state");
        if (answer || request) {
            return;
        }
        boolean idsOnly = payload.path("contact_way").isArray()
                || payload.has("config_id")
                || payload.path("link_id_list").isArray();
        throw idsOnly
                ? new Refusal(
                        Reason.NOTHING_TO_MAP,
                        "The answer has only ids: ask get_contact_way, or customer_acquisition/get, for each")
                : new Refusal(Reason.UNKNOWN_KIND, "Neither a contact way, a join way nor an acquisition link");
    }

    /** A code without remark is its own channel, so that its orders still stand together. */
    private static void describe(LiveCodeDefined code, @Nullable String remark) {
        List<String> parts = remark == null
                ? List.of()
                : Arrays.stream(remark.split("/", -1)).map(String::strip).toList();
        String channel = part(parts, 0);
        code.setChannel(channel == null ? code.getLiveCode() : channel);
        code.setCampaign(part(parts, 1));
        code.setPoster(part(parts, 2));
        code.setPlacement(part(parts, 3));
    }

    private static @Nullable String part(List<String> parts, int index) {
        return index < parts.size() && !parts.get(index).isEmpty() ? parts.get(index) : null;
    }
}
