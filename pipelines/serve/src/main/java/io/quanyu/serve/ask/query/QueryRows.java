package io.quanyu.serve.ask.query;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query, passed on as plain values: numbers, booleans, texts and lists of these. */
public final class QueryRows {

    private QueryRows() {}

    /** Passes on all rows that are left, and returns how many they are. */
    public static long print(ResultSet rows, RowWriter writer) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        var names = new ArrayList<String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
        }
        writer.columns(names);
        long count = 0;
        while (rows.next()) {
            writer.row(cells(rows, names.size()));
            count++;
        }
        writer.end();
        return count;
    }

    private static List<@Nullable Object> cells(ResultSet rows, int columns) throws SQLException {
        var cells = new ArrayList<@Nullable Object>();
        for (int i = 1; i <= columns; i++) {
            Object value = rows.getObject(i);
            cells.add(isPlain(value) ? value : value instanceof Array array ? list(array) : rows.getString(i));
        }
        return cells;
    }

    private static List<@Nullable Object> list(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(element -> isPlain(element) ? element : String.valueOf(element))
                .toList();
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Double
                || value instanceof Float
                || value instanceof BigDecimal;
    }
}
