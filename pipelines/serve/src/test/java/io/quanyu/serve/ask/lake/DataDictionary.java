package io.quanyu.serve.ask.lake;

import io.trino.sql.tree.CreateTable;
import io.trino.sql.tree.CreateView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every table and view with its columns, as a page of Markdown, made from the DDL.
 *
 * <p>A column of a view is described by a {@code -- Column} line of its header, else as the column of that name in what it reads.
 */
final class DataDictionary {

    private static final Pattern COLUMN_LINE = Pattern.compile("(?m)^-- Column (\\w+): (.+)$");
    private static final Pattern GRAIN = Pattern.compile("(?m)^-- Grain: (.+)$");
    private static final String HEAD =
            """
            # 数据字典

            Made from the DDL in this folder by `DataDictionaryTest`; do not edit. Layers: `ods` 原始, `dwd` 事实, `dim` 维度,
            `dws` 人与渠道日, `ads` 应用. Money is in yuan, instants are UTC, days are calendar days in Asia/Shanghai.
            """;

    private final Map<String, Map<String, String>> described = new HashMap<>();

    static String page() {
        return new DataDictionary().write();
    }

    private String write() {
        List<String> sections = new ArrayList<>();
        Map<String, SqlFile> files = SqlFile.all().stream()
                .filter(file -> !file.isCheck())
                .collect(Collectors.toMap(file -> file.layer() + "." + file.name(), file -> file));
        Map<String, String> byName = new LinkedHashMap<>();
        for (SqlObject object : SqlFolder.at(SqlFile.SQL).inApplyOrder()) {
            byName.put(object.qualifiedName(), section(object, files.get(object.qualifiedName())));
        }
        for (String layer : SqlFolder.LAYERS) {
            byName.keySet().stream()
                    .filter(name -> name.startsWith(layer + "."))
                    .sorted()
                    .forEach(name -> sections.add(byName.get(name)));
        }
        return HEAD + String.join("", sections);
    }

    private String section(SqlObject object, SqlFile file) {
        Map<String, String> columns = object.isView() ? viewColumns(object, file) : tableColumns(file);
        described.put(object.qualifiedName(), columns);
        Map<String, String> types = object.isView() ? Map.of() : types(file);
        String rows = columns.entrySet().stream()
                .map(column -> "| `" + column.getKey() + "` | " + types.getOrDefault(column.getKey(), "") + " | "
                        + column.getValue().replace("|", "\\|") + " |\n")
                .collect(Collectors.joining());
        return "\n## " + object.qualifiedName() + (object.isView() ? "（视图）" : "（表）") + "\n\n" + comment(file) + "。\n"
                + "Grain: " + grain(file) + "\n\n| 列 | 类型 | 含义 |\n|---|---|---|\n" + rows;
    }

    private Map<String, String> viewColumns(SqlObject view, SqlFile file) {
        Map<String, String> own = COLUMN_LINE
                .matcher(file.text())
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
        var columns = new LinkedHashMap<String, String>();
        for (String column : file.outputs()) {
            columns.put(column, own.containsKey(column) ? own.get(column) : inherited(view, column));
        }
        if (!columns.keySet().containsAll(own.keySet())) {
            throw new AssertionError(file + " describes columns that it does not have: " + own.keySet());
        }
        return columns;
    }

    private String inherited(SqlObject view, String column) {
        return view.references().stream()
                .map(described::get)
                .filter(columns -> columns.containsKey(column))
                .map(columns -> columns.get(column))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing that " + view.qualifiedName() + " reads has a column "
                        + column + ": describe it in the header with '-- Column " + column + ": …'"));
    }

    private static Map<String, String> tableColumns(SqlFile file) {
        var columns = new LinkedHashMap<String, String>();
        file.columns()
                .forEach(column -> columns.put(
                        column.getName().toString(), column.getComment().orElse("")));
        return columns;
    }

    private static Map<String, String> types(SqlFile file) {
        return file.columns().stream()
                .collect(Collectors.toMap(column -> column.getName().toString(), column -> column.getType()
                        .toString()));
    }

    private static String comment(SqlFile file) {
        return file.statement() instanceof CreateTable table
                ? table.getComment().orElse("")
                : ((CreateView) file.statement()).getComment().orElse("");
    }

    private static String grain(SqlFile file) {
        return GRAIN.matcher(file.text())
                .results()
                .map((MatchResult line) -> line.group(1))
                .findFirst()
                .orElse("");
    }
}
