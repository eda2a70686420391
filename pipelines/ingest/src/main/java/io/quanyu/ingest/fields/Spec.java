package io.quanyu.ingest.fields;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.yaml.BadYaml;
import io.quanyu.yaml.YamlTree;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One object of a map file, read strictly: every complaint names the file, the place, and what to write instead. */
public final class Spec {

    private final String file;
    private final YamlTree tree;
    private final String pointer;
    private final String place;
    private final JsonNode node;

    private Spec(String file, YamlTree tree, String pointer, String place, JsonNode node) {
        this.file = file;
        this.tree = tree;
        this.pointer = pointer;
        this.place = place;
        this.node = node;
        if (!node.isObject()) {
            throw wrong("must be an object with named entries");
        }
    }

    /**
     * The one object of a YAML text.
     *
     * @throws IllegalArgumentException if the text is no YAML object
     */
    public static Spec parse(String file, String yaml) {
        try {
            YamlTree tree = YamlTree.of(yaml);
            return new Spec(file, tree, "", "", tree.root());
        } catch (BadYaml broken) {
            throw new IllegalArgumentException(file + " is not valid YAML: " + broken.getMessage(), broken);
        }
    }

    public String file() {
        return file;
    }

    /** Refuses any entry that nobody reads, so that a typing error cannot hide. */
    public Spec onlyWith(String... names) {
        Set<String> known = new TreeSet<>(List.of(names));
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw wrong(name, "has the unknown entry \"" + name + "\"; known are " + known);
            }
        });
        return this;
    }

    /** The same without these entries. */
    public Spec without(String... names) {
        return new Spec(
                file, tree, pointer, place, ((ObjectNode) node).deepCopy().remove(List.of(names)));
    }

    /** The same with one more entry in an object of it, unless that has one of the name. */
    public Spec withDefault(String object, String name, Map<String, String> entry) {
        ObjectNode copy = ((ObjectNode) node).deepCopy();
        if (copy.path(object) instanceof ObjectNode entries && !entries.has(name)) {
            ObjectNode added = entries.putObject(name);
            entry.forEach(added::put);
        }
        return new Spec(file, tree, pointer, place, copy);
    }

    /** The columns that its entries name, at any depth. */
    public List<String> columns() {
        return node.findValues("column").stream()
                .flatMap(value -> value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value))
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }

    /** The same entry with another value of a name. */
    public Spec with(String name, String value) {
        return new Spec(
                file, tree, pointer, place, ((ObjectNode) node).deepCopy().put(name, value));
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public @Nullable String text(String name) {
        JsonNode value = node.path(name);
        if (value.isContainerNode()) {
            throw wrong(name, "needs a single value for \"" + name + "\"");
        }
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    public String needed(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw wrong("needs an entry \"" + name + "\"");
        }
        return text;
    }

    public boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    /** One text, or a list of them; empty if there is none. */
    public List<String> texts(String name) {
        JsonNode value = node.path(name);
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> texts.add(item.asText()));
        } else if (has(name)) {
            texts.add(needed(name));
        }
        return texts;
    }

    /** The places of an entry; a {@code column} is the place of that name in a row. */
    List<JsonPointer> pointers(String name) {
        List<JsonPointer> pointers = new ArrayList<>();
        for (String column : name.equals("path") ? texts("column") : List.<String>of()) {
            pointers.add(JsonPointer.empty().appendProperty(column));
        }
        for (String path : texts(name)) {
            pointers.add(checked("\"" + name + "\"", () -> JsonPointer.compile(path)));
        }
        if (pointers.isEmpty()) {
            throw wrong("needs \"" + name + "\": a JSON Pointer such as /data/order_id, or a list of them");
        }
        return pointers;
    }

    public Spec object(String name) {
        return new Spec(file, tree, pointer + "/" + name, place + name + ": ", node.path(name));
    }

    /** Names of the entries, in their order. */
    List<String> entryNames() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The entries of an object in their order; none if it is absent. */
    <T> List<T> entries(String name, Function<Map.Entry<String, JsonNode>, T> reader) {
        List<T> read = new ArrayList<>();
        node.path(name).properties().forEach(entry -> read.add(reader.apply(entry)));
        return read;
    }

    /** A list of objects; an object alone is a list of one; none if it is absent. */
    public List<Spec> objects(String name) {
        JsonNode value = node.path(name);
        List<Spec> specs = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode item : value) {
                specs.add(new Spec(
                        file,
                        tree,
                        pointer + "/" + name + "/" + specs.size(),
                        place + name + "[" + specs.size() + "]: ",
                        item));
            }
        } else if (has(name)) {
            specs.add(object(name));
        }
        return specs;
    }

    /** Runs a step whose own complaint does not know the place. */
    public <T> T checked(String what, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException | DateTimeException complaint) {
            throw wrong(what + ": " + complaint.getMessage());
        }
    }

    public IllegalArgumentException wrong(String complaint) {
        return wrong("", complaint);
    }

    /** The complaint with the line of the entry, or of the object if it has no such entry. */
    private IllegalArgumentException wrong(String entry, String complaint) {
        int line = tree.line(entry.isEmpty() ? pointer : pointer + "/" + entry);
        return new IllegalArgumentException(file + (line == 0 ? "" : " line " + line) + ": " + place + complaint);
    }
}
