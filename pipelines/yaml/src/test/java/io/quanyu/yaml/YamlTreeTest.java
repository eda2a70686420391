package io.quanyu.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTreeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "12, 12, NUMBER",
        "-1.50, -1.50, NUMBER",
        "007, 007, STRING",
        "1_000, 1_000, STRING",
        "12:30, 12:30, STRING",
        "no, no, STRING",
        "TRUE, true, BOOLEAN",
        "2026-11-20, 2026-11-20, STRING",
        "~, null, NULL",
    })
    void readsAValueAsPeopleMeanIt(String text, String value, String type) {
        JsonNode read = YamlTree.of("value: " + text).root().get("value");

        assertThat(read.asText()).isEqualTo(value);
        assertThat(read.getNodeType()).hasToString(type);
    }

    @Test
    void followsAliases() {
        assertThat(YamlTree.of("a: &x {b: 1}\nc: *x").root()).hasToString("{\"a\":{\"b\":1},\"c\":{\"b\":1}}");
    }

    @Test
    void knowsWhereAValueStands() {
        YamlTree tree = YamlTree.of("a: 1\nlist:\n  - b: 2\n  - c:\n      d: 3\n");

        assertThat(tree.line("/a")).isEqualTo(1);
        assertThat(tree.line("/list/1/c/d")).isEqualTo(5);
        assertThat(tree.line("/elsewhere")).isZero();
    }

    @Test
    void anEmptyTextIsNoValue() {
        assertThat(YamlTree.of("").root().isNull()).isTrue();
    }

    static Stream<Arguments> hostile() {
        String levels = "- ".repeat(60) + "x";
        return Stream.of(
                Arguments.of(laugh(), "more than 200000 values"),
                Arguments.of("events: &a [*a]", "line 1: what stands here contains itself"),
                Arguments.of("a: &a\n  b: &b\n    c: [*a]", "contains itself"),
                Arguments.of("x: 1\n? [a, b]\n: c", "line 2: the name of an entry must be a text"),
                Arguments.of("a: 1\nb: 2\na: 3", "line 3: the name \"a\" stands twice"),
                Arguments.of("[".repeat(100_000), "Nesting Depth exceeded max 50"),
                Arguments.of(levels, "Nesting Depth exceeded max 50"),
                Arguments.of("{a: ".repeat(20_000), "Nesting Depth exceeded max 50"),
                Arguments.of(deepByAliases(), "more than 50 levels deep"),
                Arguments.of("a: *nowhere", "line 1, column 4: found undefined alias"),
                Arguments.of("a: 1\n\tb: 2", "line 2"),
                Arguments.of("a: \u0007", "special characters are not allowed"),
                Arguments.of("--- a\n--- b", "found another document"),
                Arguments.of("a: !!javax.script.ScriptEngineManager x", "Global tag is not allowed"),
                Arguments.of("%YAML 9.9\n---\na: 1", "YAML"),
                Arguments.of("x".repeat(4 << 20), "exceeds the limit"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesWhatNobodyWritesWithASentence(String text, String words) {
        assertThatThrownBy(() -> YamlTree.of(text)).isInstanceOf(BadYaml.class).hasMessageContaining(words);
    }

    @Test
    void namesAFileThatItCannotRead() throws Exception {
        Path missing = folder.resolve("none.yaml");
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "a: [");
        Path foreign = Files.write(folder.resolve("gbk.yaml"), "名: 值".getBytes("GBK"));
        Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat(4 << 20), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> YamlTree.of(missing)).hasMessage("Cannot read file " + missing + ": there is none");
        assertThatThrownBy(() -> YamlTree.of(broken)).hasMessageStartingWith(broken + " is not YAML: line ");
        assertThatThrownBy(() -> YamlTree.of(foreign)).hasMessage(foreign + " is not in UTF-8");
        assertThatThrownBy(() -> YamlTree.of(large)).hasMessageContaining(large + " has more than 3 MiB");
    }

    /** 387 million values from 50 aliases. */
    private static String laugh() {
        var text = new StringBuilder("l0: &l0 [x,x,x,x,x,x,x,x,x]\n");
        IntStream.rangeClosed(1, 16)
                .forEach(level -> text.append(
                        "l%d: &l%d [*l%d,*l%d,*l%d]%n".formatted(level, level, level - 1, level - 1, level - 1)));
        return text.toString();
    }

    /** Each level stands flat in the text. */
    private static String deepByAliases() {
        var text = new StringBuilder("l0: &l0 [[x]]\n");
        IntStream.rangeClosed(1, 49)
                .forEach(level -> text.append("l%d: &l%d [*l%d]%n".formatted(level, level, level - 1)));
        return text.toString();
    }
}
