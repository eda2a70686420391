package io.quanyu.serve.ask.audit;

import io.quanyu.contract.EventHead;
import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.events.Identifier;
import io.quanyu.facts.WhoIsWho;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Evidence as the stored events of all kinds of persons give it, by the same function as in the job: {@link WhoIsWho}.
 *
 * <p>What a human joined is evidence too. An event that came again is stored once, as it came first by its place on Kafka. It was known since the earliest of all
 * its arrivals, and ods.event_repeat has the others.
 */
public final class DwdEvidence implements EvidenceSource {

    // A row for each name of an event: as evidence they come to the same as all names at once.
    private static final String NAMES =
            """
            with

            repeats as (
                select event_id, min(received_at) as received_at, max(received_at) as last_at
                from lake.ods.event_repeat
                where tenant = ?
                group by event_id
            ),

            events as (
                select
                    event.event_id,
                    event.subject,
                    event.identifiers,
                    date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC',
                        if(event.occurred_at > greatest(event.received_at, coalesce(repeats.last_at, event.received_at)) + interval '10' minute,
                            greatest(event.received_at, coalesce(repeats.last_at, event.received_at)), event.occurred_at)) as occurred,
                    date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC',
                        least(event.received_at, coalesce(repeats.received_at, event.received_at))) as received
                from lake.%s as event
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
    private final Consumer<String> words;

    /**
     * Evidence of a lake.
     *
     * @param words takes how far the reading is
     */
    public DwdEvidence(Connection trino, Consumer<String> words) {
        this.trino = trino;
        this.words = words;
    }

    @Override
    public List<String> tenants() throws SQLException {
        String sql = tables().stream()
                .map(table -> "select tenant from lake." + table)
                .collect(Collectors.joining(" union "));
        List<String> tenants = new ArrayList<>();
        try (PreparedStatement query = trino.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                tenants.add(rows.getString(1));
            }
        }
        return tenants;
    }

    /** One for each key. Tells how far it is. */
    @Override
    public Collection<Evidence> evidence(String tenant, long untilMillis) throws SQLException {
        Map<String, Evidence> evidence = new HashMap<>();
        for (String table : tables()) {
            long rows = addTable(table, tenant, untilMillis, evidence);
            words.accept(table + ": " + rows + " names read, " + evidence.size() + " pieces of evidence so far");
        }
        new IdentityLake(trino)
                .joins(tenant, untilMillis)
                .forEach(one -> evidence.merge(one.key(), one, Evidence::merge));
        return evidence.values();
    }

    private static List<String> tables() {
        return EventKinds.all().stream()
                .filter(EventKind::isOfPersons)
                .map(EventKind::table)
                .toList();
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
                    WhoIsWho.evidence(head(rows, tenant))
                            .forEach(one -> evidence.merge(one.key(), one, Evidence::merge));
                    if (++count % ROWS_BETWEEN_WORDS == 0) {
                        words.accept(table + ": " + count + " names read");
                    }
                }
            }
        }
        return count;
    }

    /** The head of the event, as far as a row has it: with one of its names. */
    private static EventHead head(ResultSet row, String tenant) throws SQLException {
        var subject = new Identifier(row.getString(1), row.getString(2), row.getString(3), Evidence.SELF, null);
        List<Identifier> names = row.getString(4) == null
                ? List.of()
                : List.of(new Identifier(row.getString(4), row.getString(5), row.getString(6), row.getString(7), null));
        return new EventHead(
                row.getString(10),
                tenant,
                subject,
                names,
                Instant.ofEpochMilli(row.getLong(9)),
                Instant.ofEpochMilli(row.getLong(8)));
    }
}
