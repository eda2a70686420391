package io.quanyu.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.domain.attribution.AttributionPolicy;
import io.quanyu.domain.attribution.Model;
import io.quanyu.domain.rule.RuleSet;
import io.quanyu.domain.tag.TagRules;
import io.quanyu.yaml.YamlTree;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set of rules and since when it is in force: a file that is released, and a value on the topic of rules. YAML, or JSON, which is YAML too:
 *
 * <pre>
 * version: 2
 * from: 2026-12-01T00:00:00+08:00      # may be left out: as soon as it is known
 * tags: [new_buyer, vip_level, dormant, returning_buyer]
 * attribution:                         # may be left out: 30 days, all models
 *   look_back_days: 30
 *   models: [first, last, linear]
 * </pre>
 *
 * @param fromMillis since when, epoch milliseconds; null: as soon as it is known
 */
public record RuleRelease(RuleSet rules, @Nullable Long fromMillis) {

    private static final ObjectMapper FORM = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private record Form(
            @Nullable Long version,
            @Nullable String from,
            @Nullable List<String> tags,
            @Nullable AttributionForm attribution) {}

    private record AttributionForm(
            @JsonProperty("look_back_days") @Nullable Integer lookBackDays, @Nullable List<String> models) {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none, with the place and what is wrong
     */
    public static RuleRelease parse(String text) {
        YamlTree tree = YamlTree.of(text);
        try {
            Form form = FORM.treeToValue(tree.root(), Form.class);
            if (form == null
                    || form.version() == null
                    || form.tags() == null
                    || form.tags().contains(null)) {
                throw new IllegalArgumentException("A set of rules needs a version and the tags in force");
            }
            return new RuleRelease(
                    new RuleSet(form.version(), form.tags(), attribution(form.attribution())), millis(form.from()));
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException("line " + tree.line(place(e)) + ": " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static String place(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }

    /**
     * The same, for this build: whoever releases a tag wants it.
     *
     * @throws IllegalArgumentException if it has no rule of such a tag
     */
    public RuleRelease forThisBuild() {
        TagRules.of(rules.tags());
        return this;
    }

    /** As it stands on the topic. */
    public String text() {
        try {
            return new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "version", rules.version(),
                            "from",
                                    fromMillis == null
                                            ? ""
                                            : Instant.ofEpochMilli(fromMillis).toString(),
                            "tags", rules.tags(),
                            "attribution",
                                    Map.of(
                                            "look_back_days",
                                            rules.attribution().lookBackDays(),
                                            "models",
                                            rules.attribution().models().stream()
                                                    .map(model -> model.name().toLowerCase(Locale.ROOT))
                                                    .toList())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + this, e);
        }
    }

    private static AttributionPolicy attribution(@Nullable AttributionForm form) {
        AttributionPolicy standard = AttributionPolicy.standard();
        if (form == null) {
            return standard;
        }
        return new AttributionPolicy(
                Objects.requireNonNullElse(form.lookBackDays(), standard.lookBackDays()),
                form.models() == null
                        ? standard.models()
                        : form.models().stream().map(RuleRelease::model).toList());
    }

    private static Model model(String name) {
        return Arrays.stream(Model.values())
                .filter(model -> model.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no attribution model " + name + ", only " + Arrays.toString(Model.values())));
    }

    private static @Nullable Long millis(@Nullable String from) {
        if (from == null || from.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(from).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "\"" + from + "\" is no instant (from), such as 2026-12-01T00:00:00+08:00", e);
        }
    }
}
