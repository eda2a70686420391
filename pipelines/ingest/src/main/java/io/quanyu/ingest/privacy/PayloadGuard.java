package io.quanyu.ingest.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a payload fit for the dead letters: readable in its structure, without a person in it. Fields that hold names,
 * addresses, phones or words of people are blanked, all other text is masked. A payload that cannot be parsed loses
 * everything but plain ASCII. Nothing is lost: the bytes stay at the source position.
 */
public final class PayloadGuard {

    /** Longest guarded payload, in characters. */
    public static final int LIMIT = 4000;

    private static final String BLANK = "***";
    private static final int NESTED_TEXTS = 3;
    private static final int DEPTH = 64;

    private static final String PERSONAL_WORD = "name|nick|addr|street|town|detail|tel|phone|mobile|mob|receiver|remark"
            + "|memo|message|avatar|description|content|mail|birth|id_?card|cert|title|text|contact_?info";
    private static final Pattern PERSONAL_KEY =
            Pattern.compile("(?i)" + PERSONAL_WORD + "|姓名|名字|昵称|收货|收件|地址|电话|手机|备注|会员|身份证");
    private static final Pattern PLATFORM_KEY =
            Pattern.compile("(?i).*(?:_id|_ids|[to]id|oids|msgid|time|version|seq|tag|status)|id|at|code");
    private static final Pattern PERSONAL_PAIR =
            Pattern.compile("(?i)(\"[^\"]{0,40}(?:" + PERSONAL_WORD + ")[^\"]{0,40}\"\\s*:\\s*)(\"[^\"]*\"?|[\\d.]+)");
    private static final Pattern PERSONAL_ELEMENT = Pattern.compile(
            "(?i)(<[^>/]{0,40}(?:" + PERSONAL_WORD + ")[^>]{0,40}>)(?:<!\\[CDATA\\[.*?]]>|[^<]*)", Pattern.DOTALL);
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x09\\x0a\\x20-\\x7e]");
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

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
                return guardBroken(text);
            }
        }
        return guardBroken(text);
    }

    public static String guard(JsonNode payload) {
        return cut(guarded(payload, NESTED_TEXTS, DEPTH).toString());
    }

    private static String guardBroken(String text) {
        String guarded = PERSONAL_PAIR.matcher(text).replaceAll("$1\"***\"");
        guarded = PERSONAL_ELEMENT.matcher(guarded).replaceAll("$1***");
        guarded = PERCENT.matcher(guarded).replaceAll("%");
        return cut(NOT_ASCII.matcher(TextGuard.mask(guarded)).replaceAll("*"));
    }

    private static JsonNode guarded(JsonNode node, int nested, int depth) {
        if (depth == 0) {
            return NODES.textNode(BLANK);
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = NODES.objectNode();
            object.properties()
                    .forEach(field -> copy.set(
                            TextGuard.mask(field.getKey()),
                            guardedField(field.getKey(), field.getValue(), nested, depth)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            array.forEach(item -> copy.add(guarded(item, nested, depth - 1)));
            return copy;
        }
        return node.isTextual() || node.isNumber() ? guardedText(node, nested, depth) : node;
    }

    private static JsonNode guardedField(String key, JsonNode value, int nested, int depth) {
        if (isPersonal(key, value)) {
            return NODES.textNode(BLANK);
        }
        boolean platformsOwn = value.isValueNode() && PLATFORM_KEY.matcher(key).matches();
        return platformsOwn ? kept(value, TextGuard.maskMobiles(value.asText())) : guarded(value, nested, depth - 1);
    }

    private static JsonNode kept(JsonNode node, String masked) {
        return masked.equals(node.asText()) ? node : NODES.textNode(masked);
    }

    /** An object or list under such a key is looked into, unless it is an address: only its leaves are personal. */
    private static boolean isPersonal(String key, JsonNode value) {
        return PERSONAL_KEY.matcher(key).find()
                && (value.isValueNode() ? !value.isNull() : key.contains("addr") || key.contains("mobile"));
    }

    private static JsonNode guardedText(JsonNode node, int nested, int depth) {
        String text = node.asText();
        JsonNode inner = nested > 0 && node.isTextual() ? innerJson(text) : null;
        if (inner != null) {
            return guarded(inner, nested - 1, depth - 1);
        }
        return kept(node, TextGuard.mask(text));
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
            return NODES.textNode(guardBroken(plain));
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
