package io.quanyu.serve;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.Mention;
import io.quanyu.domain.identity.Mention.Name;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Evidence as the stored events give it, by the same rule as in the job. Every table of events counts: one is what has
 * identifiers.
 *
 * <p>An event that came again is stored once, as it came first by its place on Kafka. It was known since the earliest of all
 * its arrivals, and ods.event_repeat has the others.
 */
final class DwdEvidence implements EvidenceSource {

    private static final String TABLES =
            """
            select columns.table_name
            from lake.information_schema.columns as columns
            inner join lake.information_schema.tables as tables
                on tables.table_schema = columns.table_schema
                and tables.table_name = columns.table_name
            where columns.table_schema = 'dwd'
                and columns.column_name = 'identifiers'
                and tables.table_type = 'BASE TABLE'
            order by columns.table_name
            """;

    // A row for each name of an event: as evidence they come to the same as all names at once.
    private static final String NAMES =
            """
            with

            repeats as (
                select event_id, min(received_at) as received_at
                from lake.ods.event_repeat
                where tenant = ?
                group by event_id
            ),

            events as (
                select
                    event.event_id,
                    event.subject,
                    event.identifiers,
                    date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC', event.occurred_at) as occurred,
                    date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC',
                        least(event.received_at, coalesce(repeats.received_at, event.received_at))) as received
                from lake.dwd.%s as event
                left join repeats on repeats.event_id = event.event_id
                where event.tenant = ?
            )

            select
                events.subject.type,
                events.subject.scope,
                events.subject.value,
                name.type,
                name.scope,
                name.value,
                name.link,
                events.received,
                events.occurred,
                events.event_id
            from events
            left join unnest(events.identifiers) as name (type, scope, value, link, masked) on true
            where events.received <= ?
            """;

    private static final long ROWS_BETWEEN_WORDS = 500_000;

    private final Connection trino;
    private final PrintWriter err;

    DwdEvidence(Connection trino, PrintWriter err) {
        this.trino = trino;
        this.err = err;
    }

    @Override
    public List<String> tenants() throws SQLException {
        String sql = tables().stream()
                .map(table -> "select tenant from lake.dwd." + table)
                .collect(Collectors.joining(" union "));
        return texts(sql);
    }

    /** One for each key. Tells on stderr how far it is. */
    @Override
    public Collection<Evidence> evidence(String tenant, long untilMillis) throws SQLException {
        Map<String, Evidence> evidence = new HashMap<>();
        for (String table : tables()) {
            long rows = addTable(table, tenant, untilMillis, evidence);
            say("dwd." + table + ": " + rows + " names read, " + evidence.size() + " pieces of evidence so far");
        }
        return evidence.values();
    }

    private List<String> tables() throws SQLException {
        return texts(TABLES);
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement query = trino.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private long addTable(String table, String tenant, long untilMillis, Map<String, Evidence> evidence)
            throws SQLException {
        long count = 0;
        try (PreparedStatement query = trino.prepareStatement(NAMES.formatted(table))) {
            query.setString(1, tenant);
            query.setString(2, tenant);
            query.setLong(3, untilMillis);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    mention(rows).evidence().forEach(one -> evidence.merge(one.key(), one, Evidence::merge));
                    if (++count % ROWS_BETWEEN_WORDS == 0) {
                        say("dwd." + table + ": " + count + " names read");
                    }
                }
            }
        }
        return count;
    }

    private static Mention mention(ResultSet row) throws SQLException {
        var subject = new Identifier(row.getString(1), row.getString(2), row.getString(3));
        List<Name> names = row.getString(4) == null
                ? List.of()
                : List.of(new Name(
                        new Identifier(row.getString(4), row.getString(5), row.getString(6)), row.getString(7)));
        return new Mention(subject, names, row.getLong(8), row.getLong(9), row.getString(10));
    }

    private void say(String words) {
        err.println(words);
        err.flush();
    }
}
