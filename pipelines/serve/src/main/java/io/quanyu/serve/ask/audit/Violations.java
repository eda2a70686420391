package io.quanyu.serve.ask.audit;

import io.quanyu.serve.ask.query.QueryRows;
import io.quanyu.serve.command.rows.AlignedRows;
import io.quanyu.serve.command.rows.FirstRows;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The rows of a check, as a table.
 *
 * @param count how many rows there are
 * @param table the first of them, for people
 */
public record Violations(long count, String table) {

    private static final String INDENT = "          ";

    public static Violations of(ResultSet rows, int shown) throws SQLException {
        var text = new StringWriter();
        var writer = new FirstRows(new AlignedRows(new PrintWriter(text)), shown);
        long count = QueryRows.print(rows, writer);
        return new Violations(count, text.toString());
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public void print(PrintWriter out) {
        if (!isEmpty()) {
            out.print(table.indent(INDENT.length()));
            out.println(INDENT + (count == 1 ? "1 row" : count + " rows"));
        }
    }
}
