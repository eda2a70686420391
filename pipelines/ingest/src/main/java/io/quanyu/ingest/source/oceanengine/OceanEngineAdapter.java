package io.quanyu.ingest.source.oceanengine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ocean Engine cost report: a row a project (or promotion) and day or hour; finer rows are added up. A later pull restates it, so the time of the
 * pull is the version: the request id starts with it in full ({@code yyyyMMddHHmmss}) or, failing that, the arrival tells.
 */
final class OceanEngineAdapter implements Adapter {

    static final String PLATFORM = "oceanengine";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern PULL_TIME = Pattern.compile("(20\\d{12})(?:\\D.*|[\\dA-F]{10,})?");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final Pattern HOUR = Pattern.compile("(?:.*[ T])?([01]?\\d|2[0-3])(?::\\d{2}){0,2}");

    /** Dimensions that say whose cost it is and when; their names are said beside them. */
    private static final Pattern KEY =
            Pattern.compile("stat_time_\\w+|advertiser_id|(?:cdp_)?(?:project|promotion)_id");

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
        Collection<List<JsonNode>> groups = byKey(rows);
        boolean pages = payload.at("/data/page_info/total_page").asLong() > 1;
        if (pages && rows.get(0).path("dimensions").properties().stream().anyMatch(field -> isFiner(field.getKey()))) {
            throw Refusal.contradictory("A page of a report by more than project, promotion and time has only a part of"
                    + " what they cost: ask for these dimensions only, or for one page");
        }
        long pulledAt = pulledAt(delivery, Json.text(payload.path("request_id")));
        groups.forEach(group ->
                findings.item(group.size() == 1 ? group.get(0) : listOf(group), () -> sum(delivery, group, pulledAt)));
    }

    /** The rows of each project, promotion, and day or hour, in the order in which they come. */
    private static Collection<List<JsonNode>> byKey(JsonNode rows) {
        Map<String, List<JsonNode>> groups = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            var key = new StringBuilder();
            row.path("dimensions").properties().stream()
                    .filter(field -> KEY.matcher(field.getKey()).matches())
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(field -> key.append(field.getKey())
                            .append('=')
                            .append(field.getValue().asText())
                            .append('|'));
            groups.computeIfAbsent(key.toString(), unseen -> new ArrayList<>()).add(row);
        }
        return groups.values();
    }

    private static boolean isFiner(String dimension) {
        return !KEY.matcher(dimension).matches() && !dimension.endsWith("_name");
    }

    private static JsonNode listOf(List<JsonNode> rows) {
        return JsonNodeFactory.instance.arrayNode().addAll(rows);
    }

    /** Rows by material add up to their promotion. If one of them cannot be read, the sum is none. */
    private Accepted sum(Delivery delivery, List<JsonNode> rows, long pulledAt) {
        if (rows.stream().map(row -> row.path("dimensions")).distinct().count() < rows.size()) {
            throw Refusal.contradictory("Two rows of the same dimensions: their costs cannot be told apart");
        }
        Reading<SpendReported> reading = read(rows.get(0), pulledAt);
        SpendReported spend = reading.record();
        rows.stream().skip(1).map(row -> read(row, pulledAt).record()).forEach(more -> {
            spend.setCostFen(Math.addExact(spend.getCostFen(), more.getCostFen()));
            spend.setImpressionCount(sum(spend.getImpressionCount(), more.getImpressionCount()));
            spend.setClickCount(sum(spend.getClickCount(), more.getClickCount()));
            spend.setConversionCount(sum(spend.getConversionCount(), more.getConversionCount()));
        });
        String shop = delivery.shop(null);
        describe(spend, reading, shop);
        String when = spend.getHour() == null ? spend.getDay().toString() : spend.getDay() + "T" + spend.getHour();
        String key = String.join(":", spend.getProject(), spend.getPromotion(), when);
        return Draft.of(delivery, "spend", reading)
                .at(PLATFORM, shop)
                .about(Who.only("project", PLATFORM + ":" + shop, subject(spend, shop)))
                .happenedAt(startOf(spend))
                .identifiedWithContentBy(PLATFORM, "spend", shop, key, pulledAt);
    }

    private Reading<SpendReported> read(JsonNode row, long pulledAt) {
        if (!row.isObject()) {
            throw new Refusal(Reason.MALFORMED, "A row must be an object");
        }
        ObjectNode opened = row.deepCopy();
        opened.put("pulled_at", pulledAt);
        Reading<SpendReported> reading = map.read(opened);
        long cost = reading.record().getCostFen();
        if (cost < 0) {
            throw new Refusal(Reason.BAD_VALUE, "stat_cost must not be negative, but is " + cost + " fen");
        }
        return reading;
    }

    private static @Nullable Long sum(@Nullable Long left, @Nullable Long right) {
        return left == null || right == null ? null : Long.valueOf(Math.addExact(left, right));
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
