package io.quanyu.ingest.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.contract.RawHeaders;
import io.quanyu.contract.RawTopics;
import io.quanyu.ingest.CanonicalJson;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Outcome.Refused;
import io.quanyu.ingest.Position;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.file.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Payloads of one merchant with a fixed key, received at one instant. */
public final class Payloads {

    public static final Instant RECEIVED = Instant.parse("2026-09-01T02:10:00Z");
    public static final Ingestion INGESTION =
            Ingestion.withKeys(tenant -> (tenant + "-key").getBytes(StandardCharsets.UTF_8));

    private Payloads() {}

    public static RawPayload of(String source, String body) {
        return of(source, body.getBytes(StandardCharsets.UTF_8));
    }

    public static RawPayload of(String source, byte[] body) {
        return new RawPayload(source, headers(source), body, new Position(RawTopics.of(source), 1, 42));
    }

    static RawPayload of(String source, FilePayload payload) {
        Map<String, String> headers = headers(source);
        headers.putAll(payload.headers());
        return new RawPayload(source, headers, payload.body(), new Position(RawTopics.of(source), 1, 42));
    }

    public static RawPayload withMap(String body, String map) {
        Map<String, String> headers = headers("pos-csv");
        headers.put(RawHeaders.MAP, map);
        return new RawPayload(
                "pos-csv", headers, body.getBytes(StandardCharsets.UTF_8), new Position("raw.pos-csv", 1, 42));
    }

    private static Map<String, String> headers(String source) {
        Map<String, String> headers = new HashMap<>();
        headers.put(RawHeaders.TENANT, "acme");
        headers.put(RawHeaders.SHOP, source.startsWith("wecom") ? "ww0000000000000000" : "10000001");
        headers.put(RawHeaders.RECEIVED_AT, String.valueOf(RECEIVED.toEpochMilli()));
        return headers;
    }

    public static byte[] sample(String name) {
        return resource(folder(name) + "/samples/" + name);
    }

    /** Names of sources, and so of samples, begin with the name of their platform. */
    private static String folder(String sample) {
        return "/io/quanyu/ingest/source/" + sample.replaceAll("-.*", "");
    }

    private static byte[] resource(String path) {
        try (InputStream in = Payloads.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static String text(String sample) {
        return new String(sample(sample), StandardCharsets.UTF_8);
    }

    public static List<Outcome> outcomes(String source, String body) {
        return INGESTION.ingest(of(source, body));
    }

    /** The only event of a payload. */
    public static <T extends SpecificRecord> T event(Class<T> type, String source, String body) {
        return event(type, of(source, body));
    }

    public static <T extends SpecificRecord> T event(Class<T> type, RawPayload raw) {
        List<Outcome> outcomes = INGESTION.ingest(raw);
        if (outcomes.size() == 1 && outcomes.get(0) instanceof Accepted accepted) {
            return type.cast(accepted.event());
        }
        throw new AssertionError("One event expected, but got " + json(outcomes));
    }

    /** The only refusal of a payload. */
    public static Refused refusal(String source, String body) {
        return refusal(of(source, body));
    }

    public static Refused refusal(RawPayload raw) {
        List<Outcome> outcomes = INGESTION.ingest(raw);
        if (outcomes.size() == 1 && outcomes.get(0) instanceof Refused refused) {
            return refused;
        }
        throw new AssertionError("One refusal expected, but got " + json(outcomes));
    }

    /** Outcomes as a person reads them: golden files hold this form. */
    public static ArrayNode json(List<Outcome> outcomes) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        outcomes.forEach(outcome -> all.add(json(outcome)));
        return all;
    }

    private static JsonNode json(Outcome outcome) {
        if (outcome instanceof Accepted accepted) {
            return CanonicalJson.tree(accepted.event()).put("kind", accepted.kind());
        }
        Refused refused = (Refused) outcome;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return node.put("item", refused.item())
                .put("reason", refused.reason().name())
                .put("detail", refused.detail())
                .put("payload", refused.guardedPayload());
    }
}
