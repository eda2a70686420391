package io.quanyu.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A tree in the making, that follows aliases and stops where they lead in a circle or to too much. */
final class GrowingTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What begins with a superfluous zero is the number of something, such as a shop. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");

    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<Node> around = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    Map<String, Integer> lines() {
        return lines;
    }

    JsonNode value(String place, Node node) {
        if (++values > YamlTree.MOST_VALUES) {
            throw new BadYaml("There are more than " + YamlTree.MOST_VALUES + " values, with all aliases followed");
        }
        lines.putIfAbsent(place, YamlTree.lineOf(node));
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (!around.add(node)) {
            throw new BadYaml(node, "what stands here contains itself");
        }
        if (around.size() > YamlTree.DEEPEST) {
            throw new BadYaml(node, "it is more than " + YamlTree.DEEPEST + " levels deep");
        }
        JsonNode value = node instanceof MappingNode map ? object(place, map) : array(place, (SequenceNode) node);
        around.remove(node);
        return value;
    }

    private ObjectNode object(String place, MappingNode map) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new BadYaml(entry.getKeyNode(), "the name of an entry must be a text, and is a list or a map");
            }
            if (object.has(key.getValue())) {
                throw new BadYaml(key, "the name \"" + key.getValue() + "\" stands twice in one map");
            }
            String inside = place + "/" + key.getValue();
            lines.putIfAbsent(inside, YamlTree.lineOf(key));
            object.set(key.getValue(), value(inside, entry.getValueNode()));
        }
        return object;
    }

    private ArrayNode array(String place, SequenceNode list) {
        ArrayNode array = JSON.arrayNode();
        for (Node item : list.getValue()) {
            array.add(value(place + "/" + array.size(), item));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (node.getTag().equals(Tag.BOOL) && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        boolean number = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
        return number && NUMBER.matcher(text).matches()
                ? DecimalNode.valueOf(new BigDecimal(text))
                : JSON.textNode(text);
    }
}
