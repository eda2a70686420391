package io.quanyu.ingest.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.privacy.TextGuard;
import java.io.IOException;
import java.util.Iterator;

/** Exact JSON: no number goes through a double, no key stands twice, nothing follows the document. */
public final class Json {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_YAML_COMMENTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build()
            .reader();

    private Json() {}

    public static JsonNode parse(byte[] bytes) {
        try {
            return checked(READER.readTree(bytes));
        } catch (IOException broken) {
            throw malformed("The payload", broken);
        }
    }

    /** JSON that stands as text inside a payload. */
    public static JsonNode parse(String text, String place) {
        try {
            return checked(READER.readTree(text));
        } catch (JsonProcessingException broken) {
            throw malformed(place, broken);
        }
    }

    /** The text of a single value; empty if it is absent, null, a list or an object. */
    public static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    private static JsonNode checked(JsonNode node) {
        if (node.isMissingNode()) {
            throw new Refusal(Reason.MALFORMED, "The payload is empty");
        }
        return withoutNulls(node);
    }

    /** To say null is to say nothing, wherever it stands. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node.isContainerNode()) {
            for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
                JsonNode child = children.next();
                if (child.isNull()) {
                    children.remove();
                } else {
                    withoutNulls(child);
                }
            }
        }
        return node;
    }

    private static Refusal malformed(String what, IOException broken) {
        String message = broken instanceof JsonProcessingException json
                ? json.getOriginalMessage() + place(json)
                : String.valueOf(broken.getMessage());
        return new Refusal(
                Reason.MALFORMED,
                what + " is not valid JSON: " + TextGuard.quote(message).replace("\"", ""));
    }

    private static String place(JsonProcessingException json) {
        return json.getLocation() == null
                ? ""
                : " at byte " + json.getLocation().getByteOffset();
    }
}
