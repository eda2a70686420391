package io.quanyu.serve.ask.audit;

import io.quanyu.serve.ask.query.QueryRows;
import io.quanyu.serve.ask.query.RowWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a check.
 *
 * @param count how many rows there are
 * @param columns their names
 * @param first the first of them, for people
 */
public record Violations(long count, List<String> columns, List<List<@Nullable Object>> first) {

    static Violations of(ResultSet rows, int kept) throws SQLException {
        var first = new FirstOnes(kept);
        long count = QueryRows.print(rows, first);
        return new Violations(count, first.columns, first.rows);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Keeps the first rows. */
    private static final class FirstOnes implements RowWriter {

        private final int kept;
        private final List<List<@Nullable Object>> rows = new ArrayList<>();
        private List<String> columns = List.of();

        FirstOnes(int kept) {
            this.kept = kept;
        }

        @Override
        public void columns(List<String> names) {
            columns = List.copyOf(names);
        }

        @Override
        public void row(List<@Nullable Object> cells) {
            if (rows.size() < kept) {
                rows.add(cells);
            }
        }

        @Override
        public void end() {
            // They are kept.
        }
    }
}
