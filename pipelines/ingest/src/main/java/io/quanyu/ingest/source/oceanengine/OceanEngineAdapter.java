package io.quanyu.ingest.source.oceanengine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.events.SpendReported;
import io.quanyu.ingest.Outcome.Accepted;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ocean Engine cost report: a row a project (or promotion) and day or hour. A later pull restates it, so the time of the
 * pull is the version: the request id starts with it in full ({@code yyyyMMddHHmmss}) or, failing that, the arrival tells.
 */
final class OceanEngineAdapter implements Adapter {

    static final String PLATFORM = "oceanengine";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern PULL_TIME = Pattern.compile("(20\\d{12})(?:\\D.*|[\\dA-F]{10,})?");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final Pattern HOUR = Pattern.compile("(?:.*[ T])?([01]?\\d|2[0-3])(?::\\d{2}){0,2}");

    private final FieldMap<SpendReported> map =
            FieldMap.load(OceanEngineAdapter.class, "oceanengine", SpendReported.class);

    @Override
    public void read(Delivery delivery, Findings findings) {
        JsonNode payload = Json.parse(delivery.body());
        Unwrapped.refuseErrors(payload, "code", "message", List.of("0"));
        JsonNode rows = payload.at("/data/rows");
        if (!rows.isArray()) {
            throw new Refusal(Reason.UNKNOWN_KIND, "Not a cost report: data.rows is no list");
        }
        if (rows.isEmpty()) {
            throw new Refusal(Reason.NOTHING_TO_MAP, "The report has no rows: nothing was spent");
        }
        long pulledAt = pulledAt(delivery, payload.path("request_id").asText());
        Set<String> seen = new HashSet<>();
        rows.forEach(row -> findings.item(row, () -> row(delivery, row, pulledAt, seen)));
    }

    private Accepted row(Delivery delivery, JsonNode row, long pulledAt, Set<String> seen) {
        if (!row.isObject()) {
            throw new Refusal(Reason.MALFORMED, "A row must be an object");
        }
        ObjectNode opened = row.deepCopy();
        opened.put("pulled_at", pulledAt);
        Reading<SpendReported> reading = map.read(opened);
        SpendReported spend = reading.record();
        String shop = delivery.shop(null);
        describe(spend, reading, shop);
        if (spend.getCostFen() < 0) {
            throw new Refusal(
                    Reason.BAD_VALUE, "stat_cost must not be negative, but is " + spend.getCostFen() + " fen");
        }
        String when = spend.getHour() == null ? spend.getDay().toString() : spend.getDay() + "T" + spend.getHour();
        String key = String.join(":", spend.getProject(), spend.getPromotion(), when);
        if (!seen.add(key)) {
            throw Refusal.contradictory(
                    "Two rows for " + key
                            + ": ask for the dimensions project, promotion and day or hour only, or the costs cannot be told apart");
        }
        return Draft.of(delivery, "spend", reading)
                .at(PLATFORM, shop)
                .about(Who.only("project", PLATFORM + ":" + shop, subject(spend, shop)))
                .happenedAt(startOf(spend))
                .identifiedWithContentBy(PLATFORM, "spend", shop, key, pulledAt);
    }

    private static void describe(SpendReported spend, Reading<SpendReported> reading, String shop) {
        String name = reading.text("project_name");
        String channel = name == null ? "" : name.split("/", -1)[0].strip();
        if (spend.getProject() == null) {
            spend.setProject("");
        }
        String otherwise = spend.getProject().isEmpty() ? PLATFORM + ":" + shop : spend.getProject();
        spend.setChannel(channel.isEmpty() ? otherwise : channel);
        spend.setHour(hour(reading.text("hour_text")));
    }

    private static @Nullable Integer hour(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher hour = HOUR.matcher(text);
        if (!hour.matches()) {
            throw new Refusal(Reason.BAD_VALUE, "stat_time_hour must be an hour as yyyy-MM-dd HH:mm:ss");
        }
        return Integer.valueOf(hour.group(1));
    }

    private static String subject(SpendReported spend, String shop) {
        String project = spend.getProject().isEmpty() ? shop : spend.getProject();
        return spend.getPromotion().isEmpty() ? project : project + "/" + spend.getPromotion();
    }

    private static Instant startOf(SpendReported spend) {
        int hour = spend.getHour() == null ? 0 : spend.getHour();
        return spend.getDay().atTime(hour, 0).atZone(SHANGHAI).toInstant();
    }

    private static long pulledAt(Delivery delivery, String requestId) {
        long receivedAt = delivery.receivedAt().toEpochMilli();
        Matcher time = PULL_TIME.matcher(requestId);
        if (!time.matches()) {
            return receivedAt;
        }
        try {
            long pulled = LocalDateTime.parse(time.group(1), SECONDS)
                    .atZone(SHANGHAI)
                    .toInstant()
                    .toEpochMilli();
            boolean plausible = pulled <= receivedAt + Duration.ofMinutes(10).toMillis()
                    && pulled > receivedAt - Duration.ofDays(366).toMillis();
            return plausible ? pulled : receivedAt;
        } catch (DateTimeParseException noTime) {
            return receivedAt;
        }
    }
}
