package io.quanyu.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was written of everything that follows from the facts, generation by generation. Not {@code dim.identity_evidence_change}: when evidence was
 * seen again is a row only if it was read later, and topics have no order among each other.
 */
final class HistoryOf {

    private static final List<String> TABLES = List.of(
            "dim.identity_change",
            "dim.identity_conflict_change",
            "dws.profile_change",
            "dws.tag_change",
            "dws.credit_change",
            "dws.channel_day_change",
            "ads.alert");

    private HistoryOf() {}

    /** Every row that a generation wrote up to the last tick of a demo, as a text after its table's name, sorted. */
    static List<String> generation(Connection trino, long number) throws SQLException {
        var rows = new ArrayList<String>();
        for (String table : TABLES) {
            String query = "select " + columns(trino, table) + " from lake." + table
                    + " where coalesce(generation, 1) = " + number + " and " + instant(trino, table)
                    + " <= timestamp '2026-10-04 16:30:00 UTC'";
            for (String row : SqlRows.of(trino, query).stream().sorted().toList()) {
                rows.add(table + "\t" + row);
            }
        }
        return rows;
    }

    private static String columns(Connection trino, String table) throws SQLException {
        return String.join(
                ", ",
                SqlRows.of(
                        trino,
                        "select column_name from lake.information_schema.columns" + of(table)
                                + " and column_name <> 'generation' order by ordinal_position"));
    }

    /** When a row was decided, or since when it is so. */
    private static String instant(Connection trino, String table) throws SQLException {
        return SqlRows.of(
                        trino,
                        "select min(column_name) from lake.information_schema.columns" + of(table)
                                + " and column_name in ('decided_at', 'valid_at')")
                .get(0);
    }

    private static String of(String table) {
        int dot = table.indexOf('.');
        return " where table_schema = '" + table.substring(0, dot) + "' and table_name = '" + table.substring(dot + 1)
                + "'";
    }
}
