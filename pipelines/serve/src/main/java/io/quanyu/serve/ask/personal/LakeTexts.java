package io.quanyu.serve.ask.personal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The texts of all tables of the lake, and of what their manifests say of them: bounds of columns are values, too. */
public final class LakeTexts {

    private static final String COLUMNS =
            """
            select columns.table_schema, columns.table_name, columns.column_name, columns.data_type
            from lake.information_schema.columns as columns
            inner join lake.information_schema.tables as tables
                on tables.table_schema = columns.table_schema
                and tables.table_name = columns.table_name
            where tables.table_type = 'BASE TABLE'
                and columns.table_schema not in ('information_schema', 'system')
                and columns.data_type like '%varchar%'
            order by columns.table_schema, columns.table_name, columns.ordinal_position
            """;

    private final Connection trino;

    public LakeTexts(Connection trino) {
        this.trino = trino;
    }

    private record Column(String schema, String table, String name, String type) {

        String place() {
            return schema + "." + table + "." + name;
        }

        /** A nested value reads as JSON, so that the quotes keep its texts apart. */
        String asText() {
            String quoted = "\"" + name + "\"";
            return type.startsWith("varchar") ? quoted : "json_format(cast(" + quoted + " as json))";
        }
    }

    /** Hands over place and text of each value. */
    public void read(BiConsumer<String, String> each) throws SQLException {
        List<Column> columns = columns();
        var tables = columns.stream().collect(Collectors.groupingBy(column -> column.schema() + "." + column.table()));
        for (List<Column> table : tables.values()) {
            readTable(table, each);
            readManifests(table.get(0), each);
        }
    }

    private List<Column> columns() throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = trino.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return columns;
    }

    private void readTable(List<Column> columns, BiConsumer<String, String> each) throws SQLException {
        String select = columns.stream().map(Column::asText).collect(Collectors.joining(", "));
        Column any = columns.get(0);
        String query = "select " + select + " from lake.\"" + any.schema() + "\".\"" + any.table() + "\"";
        try (Statement statement = trino.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                for (int index = 0; index < columns.size(); index++) {
                    hand(columns.get(index).place(), rows.getString(index + 1), each);
                }
            }
        }
    }

    private void readManifests(Column any, BiConsumer<String, String> each) throws SQLException {
        String query =
                "select lower_bounds, upper_bounds from lake.\"" + any.schema() + "\".\"" + any.table() + "$files\"";
        try (Statement statement = trino.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                String place = any.schema() + "." + any.table() + " (manifest)";
                hand(place, text(rows.getObject(1)), each);
                hand(place, text(rows.getObject(2)), each);
            }
        }
    }

    private static @Nullable String text(@Nullable Object bounds) {
        return bounds == null ? null : bounds.toString();
    }

    private static void hand(String place, @Nullable String text, BiConsumer<String, String> each) {
        if (text != null) {
            each.accept(place, text);
        }
    }
}
