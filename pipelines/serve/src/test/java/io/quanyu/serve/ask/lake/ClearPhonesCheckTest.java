package io.quanyu.serve.ask.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.sql.tree.ColumnDefinition;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check that no phone stands in clear looks everywhere, and knows a phone when it sees one. */
class ClearPhonesCheckTest {

    private static final Set<String> NAMES_OF_TOPICS = Set.of("raw_topic", "kafka_topic");
    private static final Pattern BRANCH =
            Pattern.compile("array\\[(.*?)\\n        \\].*?from lake\\.(\\w+\\.\\w+)", Pattern.DOTALL);

    private final String sql = SqlFile.all().stream()
            .filter(file -> file.isCheck() && file.name().equals("clear_phones"))
            .findFirst()
            .orElseThrow()
            .text();

    @Test
    void everyTextColumnOfEveryTableIsLookedAt() {
        Map<String, Set<String>> looked = BRANCH.matcher(sql)
                .results()
                .collect(Collectors.toMap(branch -> branch.group(2), branch -> words(branch.group(1))));

        for (SqlFile table : SqlFile.tables()) {
            assertThat(looked).containsKey(table.layer() + "." + table.name());
            assertThat(looked.get(table.layer() + "." + table.name()))
                    .as(table.toString())
                    .containsAll(table.columns().stream()
                            .filter(column -> column.getType().toString().contains("varchar"))
                            .map(ColumnDefinition::getName)
                            .map(Object::toString)
                            .filter(name -> !NAMES_OF_TOPICS.contains(name))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "我的电话是13800138000，谢谢",
                "+8613800138000",
                "+86 138-0013-8000",
                "8613800138000",
                "phone|t|13800138000",
                "{\"tel\":\"13800138000\"}"
            })
    void aPhoneIsFound(String text) {
        assertThat(phone().matcher(text).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "138****8000",
                "a13800138000b",
                "E20260301138001380001",
                "1772359200000",
                "1772359200",
                "12800138000",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            })
    void anIdATimeAMaskAndAHashAreNone(String text) {
        assertThat(phone().matcher(text).find()).isFalse();
    }

    private Pattern phone() {
        Matcher pattern = Pattern.compile("regexp_like\\(text, '(.*)'\\)").matcher(sql);
        assertThat(pattern.find()).isTrue();
        return Pattern.compile(pattern.group(1));
    }

    private static Set<String> words(String expression) {
        return Arrays.stream(expression.split("\\W+")).collect(Collectors.toSet());
    }
}
