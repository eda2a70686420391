package io.quanyu.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a query answers over JDBC. */
final class SqlRows {

    private SqlRows() {}

    /** Runs a statement that answers with no rows. */
    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Each row as a text, its values parted by tabs. */
    static List<String> of(Connection connection, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                var cells = new ArrayList<String>();
                for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(answer.getObject(column)));
                }
                rows.add(String.join("\t", cells));
            }
        }
        return rows;
    }
}
