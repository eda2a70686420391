package io.quanyu.world.desk;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A platform's JSON form with its blanks to fill in. The forms are the project's sample payloads; a place that the form
 * does not have cannot be written, so a payload never drifts from what the platform sends.
 */
final class PayloadForm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, JsonNode> BLANKS = new ConcurrentHashMap<>();

    private final JsonNode root;

    private PayloadForm(JsonNode root) {
        this.root = root;
    }

    static PayloadForm of(String name) {
        return new PayloadForm(BLANKS.computeIfAbsent(name, PayloadForm::read).deepCopy());
    }

    PayloadForm with(String pointer, String value) {
        return put(pointer, NODES.textNode(value));
    }

    PayloadForm with(String pointer, long value) {
        return put(pointer, NODES.numberNode(value));
    }

    PayloadForm with(String pointer, boolean value) {
        return put(pointer, NODES.booleanNode(value));
    }

    PayloadForm with(String pointer, PayloadForm value) {
        return put(pointer, value.root);
    }

    PayloadForm withList(String pointer, Iterable<String> values) {
        ArrayNode list = NODES.arrayNode();
        values.forEach(list::add);
        return put(pointer, list);
    }

    PayloadForm withForms(String pointer, Iterable<PayloadForm> values) {
        ArrayNode list = NODES.arrayNode();
        values.forEach(value -> list.add(value.root));
        return put(pointer, list);
    }

    /** A part of this form as a form of its own. */
    PayloadForm part(String pointer) {
        return new PayloadForm(root.at(pointer).deepCopy());
    }

    PayloadForm without(String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        ((ObjectNode) root.at(place.head())).remove(place.last().getMatchingProperty());
        return this;
    }

    String text() {
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A JSON tree can always be written", impossible);
        }
    }

    private PayloadForm put(String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        if (root.at(place).isMissingNode()) {
            throw new IllegalArgumentException("The form has no place " + pointer + ": " + text());
        }
        JsonNode parent = root.at(place.head());
        if (parent instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
        return this;
    }

    private static JsonNode read(String name) {
        try (InputStream in = PayloadForm.class.getResourceAsStream(name + ".json")) {
            return JSON.readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the form " + name, failure);
        }
    }
}
