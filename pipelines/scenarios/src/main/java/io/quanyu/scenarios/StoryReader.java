package io.quanyu.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.scenarios.Story.Expectation;
import io.quanyu.scenarios.Story.StoryEvent;
import io.quanyu.yaml.BadYaml;
import io.quanyu.yaml.YamlTree;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads stories in the form that {@code pipelines/scenarios/README.md} describes. */
public final class StoryReader {

    /** What a time without a zone means. */
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Set<String> PARTS = Set.of("story", "proves", "events", "clock", "expect");
    private static final Set<String> EXPECT_PARTS = Set.of("at", "sql", "rows", "ordered", "in_order_only");
    private static final Duration AFTERMATH = Duration.ofMinutes(1);

    private StoryReader() {}

    /**
     * Reads one story.
     *
     * @throws BadStory if the file is not a story; the message says where and why
     */
    public static Story read(Path file) {
        String fileName = file.getFileName().toString();
        JsonNode root = tree(file);
        refuseUnknown(fileName, root, PARTS);
        List<StoryEvent> events = events(fileName, root.path("events"));
        TreeSet<Instant> moments = new TreeSet<>();
        root.path("clock").forEach(moment -> moments.add(instant(fileName + ": clock", moment)));
        Instant last = events.get(events.size() - 1).receivedAt();
        if (moments.isEmpty() || moments.last().isBefore(last)) {
            moments.add(last.plus(AFTERMATH));
        }
        List<Expectation> expectations = expectations(fileName, root.path("expect"), moments);
        String name = fileName.replaceFirst("\\.ya?ml$", "");
        return new Story(name, root.path("proves").asText(""), events, List.copyOf(moments), expectations);
    }

    private static JsonNode tree(Path file) {
        try {
            JsonNode root = YamlTree.of(file).root();
            if (!root.isObject()) {
                throw new BadStory(file + " is not a story: expected a map with events and expect");
            }
            return root;
        } catch (BadYaml e) {
            throw new BadStory(e.getMessage());
        }
    }

    private static List<StoryEvent> events(String file, JsonNode nodes) {
        List<StoryEvent> events = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            events.add(event(file + ": events[" + i + "]", nodes.get(i)));
        }
        if (events.isEmpty()) {
            throw new BadStory(file + " has no events");
        }
        events.sort(Comparator.comparing(StoryEvent::receivedAt));
        return events;
    }

    private static StoryEvent event(String place, JsonNode node) {
        Instant at = instant(place + ".at", node.path("at"));
        Instant receivedAt = node.has("received_at") ? instant(place + ".received_at", node.get("received_at")) : at;
        if (receivedAt.isBefore(at)) {
            throw new BadStory(place + ": received_at " + receivedAt + " is before at " + at);
        }
        StoryEvent event = null;
        for (Map.Entry<String, JsonNode> part : node.properties()) {
            if (!part.getKey().equals("at") && !part.getKey().equals("received_at")) {
                if (event != null) {
                    throw new BadStory(place + " names two kinds: " + event.kind() + " and " + part.getKey());
                }
                event = new StoryEvent(place, at, receivedAt, part.getKey(), part.getValue());
            }
        }
        if (event == null) {
            throw new BadStory(place + " has no kind: write for example order: {account: \"taobao:li\", …}");
        }
        return event;
    }

    private static List<Expectation> expectations(String file, JsonNode nodes, Set<Instant> moments) {
        List<Expectation> expectations = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String place = file + ": expect[" + i + "]";
            JsonNode node = nodes.get(i);
            refuseUnknown(place, node, EXPECT_PARTS);
            if (!node.path("sql").isTextual() || !node.path("rows").isArray()) {
                throw new BadStory(place + " needs sql (text) and rows (a list, [] for none)");
            }
            boolean atMoment = node.has("at");
            Instant at = atMoment ? instant(place + ".at", node.get("at")) : Instant.MAX;
            if (atMoment) {
                moments.add(at);
            }
            List<JsonNode> rows = new ArrayList<>();
            node.get("rows").forEach(rows::add);
            boolean ordered = node.path("ordered").asBoolean(false);
            boolean inOrderOnly = node.path("in_order_only").asBoolean(false);
            expectations.add(new Expectation(place, at, node.get("sql").asText(), rows, ordered, inOrderOnly));
        }
        if (expectations.isEmpty()) {
            throw new BadStory(file + " expects nothing, so it cannot fail: add expect");
        }
        return expectations;
    }

    /** An instant: ISO-8601 with an offset, or without one for Asia/Shanghai. */
    static Instant instant(String place, JsonNode node) {
        String text = node.asText("");
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            try {
                return LocalDateTime.parse(text.replace(' ', 'T'))
                        .atZone(SHANGHAI)
                        .toInstant();
            } catch (DateTimeParseException e) {
                throw new BadStory(place + " is not a time: \"" + text
                        + "\"; write 2026-05-03T10:00:00+08:00, or without offset for Asia/Shanghai");
            }
        }
    }

    static void refuseUnknown(String place, JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new BadStory(place + " has an unknown part \"" + name + "\"; known: " + new TreeSet<>(known));
            }
        });
    }

    /** A file that is not a story. The message says where and why. */
    public static final class BadStory extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        BadStory(String message) {
            super(message);
        }
    }
}
