package io.quanyu.serve.ask.lake;

import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.ColumnDefinition;
import io.trino.sql.tree.CreateTable;
import io.trino.sql.tree.DataType;
import io.trino.sql.tree.Property;
import io.trino.sql.tree.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a {@code create table} says: that of a file, or the one that Trino shows for a table it has.
 *
 * @param name as {@code layer.name}
 * @param columns in the order of the statement
 * @param properties by name, each as Trino writes it, without spaces; for example {@code partitioning}
 */
record TableDefinition(
        String name, Optional<String> comment, List<Column> columns, SortedMap<String, String> properties) {

    /** One column; {@code type} as Trino's parser reads it. */
    record Column(String name, DataType type, boolean nullable, Optional<String> comment) {}

    private static final SqlParser PARSER = new SqlParser();

    /**
     * Reads a statement.
     *
     * @param origin where the text comes from, for messages
     */
    static TableDefinition parse(String sql, String origin) {
        if (!(statement(sql, origin) instanceof CreateTable table)) {
            throw new IllegalArgumentException(origin + " is no 'create table' with columns");
        }
        List<String> name = table.getName().getParts();
        return new TableDefinition(
                String.join(".", name.subList(Math.max(0, name.size() - 2), name.size())),
                table.getComment(),
                table.getElements().stream()
                        .map(ColumnDefinition.class::cast)
                        .map(TableDefinition::column)
                        .toList(),
                properties(table.getProperties()));
    }

    Optional<Column> column(String column) {
        return columns.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst();
    }

    private static Statement statement(String sql, String origin) {
        try {
            return PARSER.createStatement(sql);
        } catch (ParsingException e) {
            throw new IllegalArgumentException(origin + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Column column(ColumnDefinition column) {
        return new Column(column.getName().getSuffix(), column.getType(), column.isNullable(), column.getComment());
    }

    private static SortedMap<String, String> properties(List<Property> properties) {
        var byName = new TreeMap<String, String>();
        properties.forEach(property -> byName.put(
                property.getName().getValue().toLowerCase(Locale.ROOT),
                property.getNonDefaultValue().toString().replaceAll("\\s", "")));
        return byName;
    }
}
