package io.quanyu.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.contract.Identifiers;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.events.Identifier;
import io.quanyu.events.IdentityRuled;
import io.quanyu.scenarios.Story.StoryEvent;
import io.quanyu.scenarios.StoryReader.BadStory;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The short forms of a human's ruling: {@code block: "phone:138…"}, {@code unblock: …}, {@code retract: {left, right, rule}}, {@code join:
 * {left, right}}.
 */
final class RulingForm {

    private static final String RETRACT = "retract";
    private static final String JOIN = "join";
    private static final List<String> WORDS = List.of("block", "unblock", RETRACT, JOIN);
    private static final Map<String, Set<String>> PARTS_OF_TIES =
            Map.of(RETRACT, Set.of("left", "right", "rule"), JOIN, Set.of("left", "right"));
    private static final Set<String> PARTS = Set.of("type", "scope", "value", "masked");
    private static final String OPERATOR = "operator1";

    private final StoryEvent event;
    private final String place;
    private final Ids ids;

    RulingForm(StoryEvent event, Ids ids) {
        this.event = event;
        this.place = event.place() + ".ruling";
        this.ids = ids;
    }

    /** Puts the fields of the event in the place of the short forms. A ruling holds for all shops, so the event has none. */
    void expand(ObjectNode fields, String shop) {
        refuseUnknown(fields);
        List<String> said = WORDS.stream().filter(fields::has).toList();
        if (said.size() > 1) {
            throw new BadStory(place + " says two things: " + String.join(" and ", said));
        }
        if (!said.isEmpty()) {
            String word = said.get(0);
            JsonNode target = fields.remove(word);
            fields.put("ruling", word.toUpperCase(Locale.ROOT));
            String text = PARTS_OF_TIES.containsKey(word)
                    ? tie(word, fields, target, shop)
                    : identifier(fields, target, shop);
            if (!fields.has("event_id")) {
                fields.put(
                        "event_id",
                        "quanyu:" + word + ":" + text + ":" + event.at().toEpochMilli());
            }
        }
        if (!fields.has("operator")) {
            fields.put("operator", OPERATOR);
        }
        fields.put("shop", "");
    }

    private void refuseUnknown(ObjectNode fields) {
        Set<String> known = new HashSet<>(WORDS);
        IdentityRuled.getClassSchema().getFields().forEach(field -> known.add(field.name()));
        StoryReader.refuseUnknown(place, fields, known);
    }

    private String identifier(ObjectNode fields, JsonNode target, String shop) {
        return end(fields, "identifier", place, target, shop);
    }

    private String tie(String word, ObjectNode fields, JsonNode target, String shop) {
        String where = place + "." + word;
        Set<String> parts = PARTS_OF_TIES.get(word);
        StoryReader.refuseUnknown(where, target, parts);
        for (String part : parts) {
            if (!target.has(part)) {
                throw new BadStory(
                        where + " lacks " + part + ": write {left: …, right: …, rule: …}, and a join without rule");
            }
        }
        String rule = target.path("rule").asText(Evidence.OPERATOR_JOIN);
        fields.put("rule", rule);
        return end(fields, "left_identifier", where + ".left", target.get("left"), shop) + ","
                + end(fields, "right_identifier", where + ".right", target.get("right"), shop) + "," + rule;
    }

    private String end(ObjectNode fields, String name, String where, JsonNode said, String shop) {
        if (said.isObject()) {
            StoryReader.refuseUnknown(where, said, PARTS);
            fields.set(name, said);
            return Identifiers.text(
                    said.path("type").asText(),
                    said.path("scope").asText(),
                    said.path("value").asText());
        }
        Identifier identifier = ids.account(where, said.asText(), shop);
        fields.putObject(name)
                .put("type", identifier.getType())
                .put("scope", identifier.getScope())
                .put("value", identifier.getValue())
                .put("masked", identifier.getMasked());
        return Identifiers.text(identifier);
    }
}
