package io.quanyu.ingest.fields;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.ingest.privacy.PersonalId;
import io.quanyu.ingest.privacy.TextGuard;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The simple converters. All text that is not an id leaves masked. */
final class Converters {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Co}\\p{Cn}\\p{Cs}]");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:\\.0{1,9})?");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T]\\d{2}(?::\\d{2}){0,2})?");

    private Converters() {}

    /** An id keeps its digits: a JSON number above 2^53 is read whole, and one with a fraction is refused. */
    static @Nullable String id(JsonNode node) {
        if (node.isFloatingPointNumber() || node.isBoolean()) {
            throw BadField.bad("must be an id, but is the number or flag " + TextGuard.quote(node.asText()));
        }
        String text = Converter.text(node);
        CellNumbers.refuseLostDigits(text);
        if (text.length() > LONGEST_ID || UNPRINTABLE.matcher(text).find()) {
            throw BadField.bad("must be an id of at most " + LONGEST_ID + " printable characters");
        }
        return text.isEmpty() ? null : text;
    }

    /** An id of which 0 means none. */
    static @Nullable String idOrZero(JsonNode node) {
        String id = id(node);
        return "0".equals(id) ? null : id;
    }

    /** An id that a spreadsheet wrote as a decimal, for example "12923.0". */
    static @Nullable String integerId(JsonNode node) {
        Long number = whole(node);
        return number == null ? null : number.toString();
    }

    static @Nullable Long integer(JsonNode node) {
        Long number = whole(node);
        if (number != null) {
            refusePersonal(number.toString());
        }
        return number;
    }

    private static @Nullable Long whole(JsonNode node) {
        String text = Converter.text(node);
        if (text.isEmpty()) {
            return null;
        }
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw BadField.bad("must be a whole number, but is " + TextGuard.quote(text));
        }
        return new BigDecimal(text).longValueExact();
    }

    /** A number cannot be hashed, and none that anybody counts or pays looks like a phone: the fields have slipped. */
    static void refusePersonal(String number) {
        if (PersonalId.in(number).isPresent()) {
            throw BadField.bad("must be a number, but is that of a phone or card");
        }
    }

    static @Nullable Boolean bool(JsonNode node) {
        String text = Converter.text(node);
        return switch (text) {
            case "" -> null;
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw BadField.bad("must be true or false, but is " + TextGuard.quote(text));
        };
    }

    static @Nullable String text(JsonNode node) {
        String text = Converter.text(node);
        if (text.isEmpty()) {
            return null;
        }
        return TextGuard.mask(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    }

    /** A list of ids: a JSON list, or one text with commas. */
    static @Nullable List<String> ids(JsonNode node) {
        List<String> ids = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> addIfPresent(ids, id(item)));
        } else {
            String all = id(node);
            if (all != null) {
                List.of(all.split(",")).forEach(item -> addIfPresent(ids, item.strip()));
            }
        }
        return ids.isEmpty() ? null : ids;
    }

    static @Nullable LocalDate day(JsonNode node) {
        String text = Converter.text(node);
        if (text.isEmpty()) {
            return null;
        }
        var match = DAY.matcher(text);
        try {
            if (match.matches()) {
                return LocalDate.parse(match.group(1));
            }
        } catch (DateTimeException noSuchDay) {
            // Falls through to the same message as any other text that is no day.
        }
        throw BadField.bad("must be a day as yyyy-MM-dd, but is " + TextGuard.quote(text));
    }

    static Converter table(Map<String, Object> table, @Nullable Object otherwise) {
        return node -> {
            String text = Converter.text(node);
            if (text.isEmpty()) {
                return null;
            }
            Object value = table.getOrDefault(text, otherwise);
            if (value == null) {
                throw BadField.bad(
                        "must be one of " + new TreeSet<>(table.keySet()) + ", but is " + TextGuard.quote(text));
            }
            return value;
        };
    }

    /** A table whose unknown words count as absent, so that the next alternative is asked. */
    static Converter knownOf(Map<String, Object> table) {
        return node -> table.get(Converter.text(node));
    }

    private static void addIfPresent(List<String> ids, @Nullable String id) {
        if (id != null && !id.isEmpty()) {
            ids.add(id);
        }
    }
}
