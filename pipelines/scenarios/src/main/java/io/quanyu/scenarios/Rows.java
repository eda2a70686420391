package io.quanyu.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.scenarios.Story.Expectation;
import io.quanyu.scenarios.StoryReader.BadStory;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what Trino answers with what a story expects, value by value in a plain text form. */
final class Rows {

    private Rows() {}

    /** What differs, for a person to read; empty if the answer is as expected. */
    static Optional<String> difference(Connection trino, Expectation expectation, String tenant) {
        String sql = expectation.sql().replace("{tenant}", tenant);
        List<String> expected = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        try (Statement statement = trino.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> columns = columns(rows);
            expectation.rows().forEach(row -> expected.add(expectedRow(expectation.place(), row, columns)));
            while (rows.next()) {
                answered.add(answeredRow(rows, columns.size()));
            }
        } catch (SQLException e) {
            return Optional.of(expectation.place() + " was not answered: " + e.getMessage() + "\n    " + sql.strip());
        }
        if (!expectation.ordered()) {
            Collections.sort(expected);
            Collections.sort(answered);
        }
        return expected.equals(answered) ? Optional.empty() : Optional.of(told(expectation, sql, expected, answered));
    }

    private static String told(Expectation expectation, String sql, List<String> expected, List<String> answered) {
        return expectation.place() + "\n    " + sql.strip().replace("\n", "\n    ")
                + "\n  expected " + expected.size() + " rows:\n    " + String.join("\n    ", expected)
                + "\n  answered " + answered.size() + " rows:\n    " + String.join("\n    ", answered);
    }

    private static List<String> columns(ResultSet rows) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getMetaData().getColumnLabel(i));
        }
        return columns;
    }

    private static String expectedRow(String place, JsonNode row, List<String> columns) {
        if (row.size() != columns.size()) {
            throw new BadStory(
                    place + ": a row has " + row.size() + " values, but the query has the columns " + columns);
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            JsonNode value = row.isObject() ? row.get(columns.get(i)) : row.get(i);
            if (value == null) {
                throw new BadStory(place + ": a row lacks the column " + columns.get(i));
            }
            values.add(text(value));
        }
        return String.join(" | ", values);
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "null";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(text(item)));
            return items.toString();
        }
        return value.isNumber() ? plain(value.decimalValue()) : value.asText();
    }

    private static String answeredRow(ResultSet rows, int columns) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            values.add(text(rows.getObject(i)));
        }
        return String.join(" | ", values);
    }

    private static String text(@Nullable Object value) throws SQLException {
        if (value instanceof Number number) {
            return plain(new BigDecimal(number.toString()));
        }
        if (value instanceof Array array) {
            List<String> items = new ArrayList<>();
            for (Object item : (Object[]) array.getArray()) {
                items.add(text(item));
            }
            return items.toString();
        }
        if (value instanceof List<?> list) {
            return text(list.toArray());
        }
        if (value instanceof Object[] items) {
            List<String> texts = new ArrayList<>();
            for (Object item : Arrays.asList(items)) {
                texts.add(text(item));
            }
            return texts.toString();
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant().toString();
        }
        if (value instanceof ZonedDateTime zoned) {
            return zoned.toInstant().toString();
        }
        return String.valueOf(value);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
