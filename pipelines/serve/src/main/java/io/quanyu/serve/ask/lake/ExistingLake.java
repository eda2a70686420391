package io.quanyu.serve.ask.lake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a lake has before {@code sql/} is applied.
 *
 * @param tables by name, those that {@code sql/} also has as tables
 * @param others names of further tables
 * @param views names of views
 */
record ExistingLake(Map<String, TableDefinition> tables, Set<String> others, Set<String> views) {

    private static final String OBJECTS =
            "select table_schema || '.' || table_name, table_type = 'BASE TABLE' from lake.information_schema.tables";

    /**
     * Reads it.
     *
     * @param declared names of the tables whose columns matter
     */
    static ExistingLake read(Connection trino, Set<String> declared) throws SQLException {
        var tables = new TreeMap<String, TableDefinition>();
        var others = new TreeSet<String>();
        var views = new TreeSet<String>();
        try (Statement statement = trino.createStatement();
                ResultSet rows = statement.executeQuery(OBJECTS)) {
            while (rows.next()) {
                (rows.getBoolean(2) ? others : views).add(rows.getString(1));
            }
        }
        for (String table : declared) {
            if (others.remove(table)) {
                tables.put(table, definition(trino, table));
            }
        }
        return new ExistingLake(tables, others, views);
    }

    boolean hasTable(String name) {
        return tables.containsKey(name) || others.contains(name);
    }

    private static TableDefinition definition(Connection trino, String table) throws SQLException {
        try (Statement statement = trino.createStatement();
                ResultSet shown = statement.executeQuery("show create table lake." + table)) {
            shown.next();
            return TableDefinition.parse(shown.getString(1), "What Trino shows of table " + table);
        }
    }
}
