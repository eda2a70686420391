package io.quanyu.ingest.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a payload fit for the dead letters: readable in its structure, with the values of {@link SafeFields} alone. A payload
 * that cannot be parsed is a list of the safe fields that can be picked out of it. Nothing is lost: the bytes stay at the
 * source position.
 */
public final class PayloadGuard {

    /** Longest guarded payload, in characters. */
    public static final int LIMIT = 4000;

    private static final String BLANK = "***";
    private static final int NESTED_TEXTS = 3;
    private static final int DEPTH = 64;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
    private static final Pattern JSON_PAIR =
            Pattern.compile("\"([A-Za-z_]{1,40})\\\\*\"\\s*:\\s*\\\\*\"?([A-Za-z0-9_ .:+-]{1,64})");
    private static final Pattern XML_PAIR =
            Pattern.compile("<([A-Za-z_]{1,40})>(?:<!\\[CDATA\\[)?([A-Za-z0-9_ .:+-]{1,64})(?:]]>)?</");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PayloadGuard() {}

    public static String guard(byte[] payload) {
        int length = Math.min(payload.length, 16 * LIMIT);
        String text = new String(payload, 0, length, StandardCharsets.UTF_8);
        if (length == payload.length && startsLikeJson(text)) {
            try {
                return guard(JSON.readTree(text));
            } catch (JsonProcessingException broken) {
                return cut(picked(text).toString());
            }
        }
        return cut(picked(text).toString());
    }

    public static String guard(JsonNode payload) {
        return cut(guarded("", payload, NESTED_TEXTS, DEPTH).toString());
    }

    private static ObjectNode picked(String text) {
        ObjectNode safe = NODES.objectNode();
        for (Pattern pair : new Pattern[] {JSON_PAIR, XML_PAIR}) {
            Matcher found = pair.matcher(text);
            while (found.find() && safe.size() < LIMIT / BLANK.length()) {
                String value = found.group(2).strip();
                if (SafeFields.allow(found.group(1), value)) {
                    safe.put(found.group(1), value);
                }
            }
        }
        return safe;
    }

    private static JsonNode guarded(String field, JsonNode node, int nested, int depth) {
        if (depth == 0) {
            return NODES.textNode(BLANK);
        }
        if (node instanceof ObjectNode object) {
            return guardedObject(object, nested, depth);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            array.forEach(item -> copy.add(guarded(field, item, nested, depth - 1)));
            return copy;
        }
        if (node.isNull() || node.isBoolean()) {
            return node;
        }
        String text = node.asText();
        JsonNode inner = nested > 0 && node.isTextual() ? innerJson(text) : null;
        if (inner != null) {
            return guarded(field, inner, nested - 1, depth - 1);
        }
        return text.isEmpty() || SafeFields.allow(field, text) ? node : NODES.textNode(BLANK);
    }

    private static JsonNode guardedObject(ObjectNode object, int nested, int depth) {
        ObjectNode copy = NODES.objectNode();
        int number = 0;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            number++;
            String name = NAME.matcher(field.getKey()).matches()
                            && PersonalId.in(field.getKey()).isEmpty()
                    ? field.getKey()
                    : BLANK + number;
            copy.set(name, guarded(field.getKey().toLowerCase(Locale.ROOT), field.getValue(), nested, depth - 1));
        }
        return copy;
    }

    /** JSON in a text, as it stands or URL-encoded; null if the text is none. */
    private static @Nullable JsonNode innerJson(String text) {
        String plain = text.startsWith("%7B") || text.startsWith("%5B") ? decoded(text) : text;
        if (!startsLikeJson(plain)) {
            return null;
        }
        try {
            return JSON.readTree(plain);
        } catch (JsonProcessingException notJson) {
            return picked(plain);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "{";
        }
    }

    private static boolean startsLikeJson(String text) {
        String head = text.stripLeading();
        return head.startsWith("{") || head.startsWith("[");
    }

    private static String cut(String text) {
        return text.length() > LIMIT ? text.substring(0, LIMIT) : text;
    }
}
