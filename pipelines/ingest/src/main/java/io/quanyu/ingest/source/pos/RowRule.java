package io.quanyu.ingest.source.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.ingest.fields.CellText;
import io.quanyu.ingest.fields.Spec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rows are meant: by what stands in a column. */
record RowRule(String column, @Nullable String startsWith, Set<String> words, boolean empty) {

    /** The rules of an entry that is a rule or a list of them; none if it is absent. */
    static List<RowRule> all(Spec map, String entry) {
        return map.objects(entry).stream().map(RowRule::of).toList();
    }

    private static RowRule of(Spec rule) {
        rule.onlyWith("column", "starts_with", "is", "empty");
        Set<String> words = rule.texts("is").stream().map(CellText::plain).collect(Collectors.toUnmodifiableSet());
        if (!rule.has("starts_with") && words.isEmpty() && !rule.flag("empty")) {
            throw rule.wrong("needs \"starts_with\" or \"is\" or \"empty: true\"");
        }
        return new RowRule(rule.needed("column"), rule.text("starts_with"), words, rule.flag("empty"));
    }

    boolean matches(JsonNode row) {
        String cell = CellText.plain(row.path(column).asText());
        return words.contains(cell) || (startsWith != null && cell.startsWith(startsWith)) || (empty && cell.isEmpty());
    }

    @Override
    public String toString() {
        return "column \"" + column + "\"";
    }
}
