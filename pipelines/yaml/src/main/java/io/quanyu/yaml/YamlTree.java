package io.quanyu.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * YAML as a tree of values with exact numbers, and with anchors and aliases followed. A time stays the text that it is, and so do words such
 * as {@code no}: only {@code true} and {@code false} are booleans. A name stands once in a map.
 *
 * <p>Whoever wrote it may mean harm, so there are limits far above what people write: {@value #LONGEST_MEBIBYTES} MiB of text, {@value #DEEPEST}
 * levels, {@value #MOST_VALUES} values with all aliases followed.
 *
 * @param root the only document of the text; a null node if there is none
 * @param lines on which line each value stands, by the names and positions that lead to it, each after a slash
 */
public record YamlTree(JsonNode root, Map<String, Integer> lines) {

    static final int DEEPEST = 50;
    static final int MOST_VALUES = 200_000;
    static final int LONGEST_MEBIBYTES = 3;

    private static final int LONGEST = LONGEST_MEBIBYTES << 20;

    /**
     * Reads a text.
     *
     * @throws BadYaml if it is none, or beyond a limit
     */
    public static YamlTree of(String text) {
        try {
            Node root = new Yaml(new SafeConstructor(limits())).compose(new StringReader(text));
            if (root == null) {
                return new YamlTree(JsonNodeFactory.instance.nullNode(), Map.of());
            }
            var growing = new GrowingTree();
            JsonNode value = growing.value("", root);
            return new YamlTree(value, Map.copyOf(growing.lines()));
        } catch (YAMLException broken) {
            throw new BadYaml(broken);
        }
    }

    /**
     * Reads a file.
     *
     * @throws BadYaml if it is not there, is no YAML, or is beyond a limit
     */
    public static YamlTree of(Path file) {
        String text = text(file);
        try {
            return of(text);
        } catch (BadYaml broken) {
            throw new BadYaml(file + " is not YAML: " + broken.getMessage(), broken);
        }
    }

    /**
     * The text of a file that is to be YAML.
     *
     * @throws BadYaml if it is not there, or too large to be one that somebody wrote
     */
    public static String text(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new BadYaml(
                        file + " has more than " + LONGEST_MEBIBYTES + " MiB: that is no YAML that somebody wrote");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new BadYaml("Cannot read file " + file + ": there is none", e);
        } catch (CharacterCodingException e) {
            throw new BadYaml(file + " is not in UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The line of a value; 0 if it is not known. */
    public int line(String place) {
        return lines.getOrDefault(place, 0);
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static LoaderOptions limits() {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(LONGEST);
        limits.setNestingDepthLimit(DEEPEST);
        return limits;
    }
}
