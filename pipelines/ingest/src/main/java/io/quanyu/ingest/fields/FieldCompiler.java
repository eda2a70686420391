package io.quanyu.ingest.fields;

import com.fasterxml.jackson.databind.node.TextNode;
import io.quanyu.ingest.fields.FieldReader.Alternative;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the entry of a map file into a reader, and refuses what cannot work before the first payload comes. */
final class FieldCompiler {

    private static final String TYPES = "id, text, int, bool, money, time, date, enum, ids";

    private FieldCompiler() {}

    static FieldReader compile(String name, List<Spec> specs, Target target) {
        List<Alternative> alternatives = new ArrayList<>();
        boolean required = false;
        for (Spec spec : specs) {
            alternatives.add(new Alternative(spec.pointers("path"), converter(spec, target)));
            required |= spec.flag("required");
        }
        return new FieldReader(name, List.copyOf(alternatives), required);
    }

    /** The converter of a spec; its place in the payload is the caller's affair. */
    static Converter converter(Spec spec, Target target) {
        String type = spec.needed("type");
        if (!target.takes(type)) {
            throw spec.wrong(
                    "type " + type + " does not fit a field of type " + target.word() + "; types are " + TYPES);
        }
        return switch (type) {
            case "id" -> id(spec.onlyWith("path", "column", "type", "required", "integer", "zero"));
            case "text" -> plain(spec, Converters::text);
            case "bool" -> plain(spec, Converters::bool);
            case "date" -> plain(spec, Converters::day);
            case "ids" -> plain(spec, Converters::ids);
            case "int" -> plain(spec, integer(target));
            case "money" -> money(spec.onlyWith("path", "column", "type", "required", "unit"));
            case "time" -> time(spec.onlyWith("path", "column", "type", "required", "format", "zone"));
            case "enum" -> table(
                    spec.onlyWith("path", "column", "type", "required", "table", "default", "unknown"), target);
            default -> throw spec.wrong("has the unknown type \"" + type + "\"; types are " + TYPES);
        };
    }

    private static Converter plain(Spec spec, Converter converter) {
        spec.onlyWith("path", "column", "type", "required");
        return converter;
    }

    private static Converter id(Spec spec) {
        if (spec.flag("integer")) {
            return Converters::integerId;
        }
        String zero = spec.text("zero");
        if (zero != null && !zero.equals("absent")) {
            throw spec.wrong("\"zero\" can only be \"absent\"");
        }
        return zero == null ? Converters::id : Converters::idOrZero;
    }

    private static Converter integer(Target target) {
        if (!target.isInt()) {
            return Converters::integer;
        }
        return node -> {
            Long number = Converters.integer(node);
            if (number != null && (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE)) {
                throw BadField.bad("is too large: " + number);
            }
            return number == null ? null : Integer.valueOf(number.intValue());
        };
    }

    static Money money(Spec spec) {
        String unit = spec.needed("unit");
        return spec.checked("unit must be fen or yuan", () -> Money.valueOf(unit.toUpperCase(Locale.ROOT)));
    }

    static Times time(Spec spec) {
        List<String> formats = spec.texts("format");
        if (formats.isEmpty()) {
            throw spec.wrong("needs \"format\": epoch_seconds, epoch_millis, iso, or a pattern with a zone");
        }
        String zone = spec.text("zone");
        return spec.checked("\"format\" and \"zone\"", () -> Times.of(formats, zoneOf(zone)));
    }

    private static @Nullable ZoneId zoneOf(@Nullable String zone) {
        return zone == null ? null : ZoneId.of(zone);
    }

    static Converter words(Spec spec, Map<String, ?> usual, Function<String, ? extends Object> meaning) {
        Map<String, Object> table = new LinkedHashMap<>(usual);
        spec.entries(
                "table",
                entry -> table.put(
                        entry.getKey().strip().toLowerCase(Locale.ROOT),
                        spec.checked(
                                "table", () -> meaning.apply(entry.getValue().asText()))));
        String otherwise = spec.text("default");
        Object fallback = otherwise == null ? null : spec.checked("default", () -> meaning.apply(otherwise));
        Converter reader = Converters.table(Map.copyOf(table), fallback);
        return node -> reader.read(TextNode.valueOf(Converter.text(node).toLowerCase(Locale.ROOT)));
    }

    private static Converter table(Spec spec, Target target) {
        Map<String, Object> table = new LinkedHashMap<>();
        spec.entries(
                "table",
                entry -> table.put(
                        entry.getKey(),
                        spec.checked(
                                "table", () -> target.symbol(entry.getValue().asText()))));
        if (table.isEmpty()) {
            throw spec.wrong("needs a \"table\": the platform's word to ours");
        }
        if (spec.has("unknown") && !spec.needed("unknown").equals("absent")) {
            throw spec.wrong("\"unknown\" can only be \"absent\": a word that is not in the table counts as none");
        }
        if (spec.has("unknown")) {
            return Converters.knownOf(Map.copyOf(table));
        }
        String otherwise = spec.text("default");
        return Converters.table(
                Map.copyOf(table), otherwise == null ? null : spec.checked("default", () -> target.symbol(otherwise)));
    }
}
