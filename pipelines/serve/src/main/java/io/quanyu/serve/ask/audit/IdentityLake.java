package io.quanyu.serve.ask.audit;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.Ruling;
import io.quanyu.events.IdentityRuled;
import io.quanyu.events.IdentityRuling;
import io.quanyu.facts.RulingFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the lake says of who is who, all of a tenant at once. */
public final class IdentityLake implements EvidenceSource {

    private static final String TENANTS =
            """
            select tenant from lake.dim.identity_change
            union
            select tenant from lake.dim.identity_evidence_change
            """;

    private static final String ONE_IDS =
            """
            select identifier_text, one_id
            from lake.dim.identity
            where tenant = ?
            """;

    private static final String HELD_BACK =
            """
            select left_text, right_text, rule, reason
            from lake.dim.identity_conflict
            where tenant = ?
            """;

    // date_diff is exact where a double of seconds, or a calendar of JDBC for absurd years, is not.
    private static final String EVIDENCE =
            """
            select
                left_text,
                right_text,
                rule,
                date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC', first_seen),
                date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC', coalesce(last_seen, first_seen)),
                source_event
            from lake.dim.identity_evidence
            where tenant = ?
            """;

    private static final String RULINGS =
            """
            select
                event_id,
                date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC', occurred_at),
                ruling,
                rule,
                identifier.type,
                identifier.scope,
                identifier.value,
                left_identifier.type,
                left_identifier.scope,
                left_identifier.value,
                right_identifier.type,
                right_identifier.scope,
                right_identifier.value,
                date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC', received_at)
            from lake.dwd.identity_ruled
            where tenant = ?
                and date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC', received_at) <= ?
            """;

    private final Connection trino;

    public IdentityLake(Connection trino) {
        this.trino = trino;
    }

    @Override
    public List<String> tenants() throws SQLException {
        List<String> tenants = new ArrayList<>();
        try (PreparedStatement query = trino.prepareStatement(TENANTS);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                tenants.add(rows.getString(1));
            }
        }
        return tenants;
    }

    /** The person of every identifier. */
    SortedMap<Identifier, String> oneIds(String tenant) throws SQLException {
        SortedMap<Identifier, String> oneIds = new TreeMap<>();
        try (PreparedStatement query = ask(ONE_IDS, tenant);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                oneIds.put(Identifier.parse(rows.getString(1)), rows.getString(2));
            }
        }
        return oneIds;
    }

    /** The reason why evidence joins nobody, by its key. */
    SortedMap<String, String> heldBack(String tenant) throws SQLException {
        SortedMap<String, String> reasons = new TreeMap<>();
        try (PreparedStatement query = ask(HELD_BACK, tenant);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                reasons.put(key(rows.getString(1), rows.getString(2), rows.getString(3)), rows.getString(4));
            }
        }
        return reasons;
    }

    /** What the job has said of evidence: all of it, since the job says only what the clock has released. */
    @Override
    public List<Evidence> evidence(String tenant, long untilMillis) throws SQLException {
        List<Evidence> evidence = new ArrayList<>();
        try (PreparedStatement query = ask(EVIDENCE, tenant);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                evidence.add(new Evidence(
                        Identifier.parse(rows.getString(1)),
                        Identifier.parse(rows.getString(2)),
                        rows.getString(3),
                        rows.getLong(4),
                        rows.getLong(5),
                        rows.getString(6)));
            }
        }
        return evidence;
    }

    /** What humans decided and we received up to an instant, in epoch milliseconds; those without a target are left out. */
    List<Ruling> rulings(String tenant, long untilMillis) throws SQLException {
        return ruled(tenant, untilMillis).stream()
                .flatMap(ruled -> RulingFacts.ruling(ruled).stream())
                .toList();
    }

    /** The ties of those whom humans joined, as far as we received it up to an instant, in epoch milliseconds. */
    List<Evidence> joins(String tenant, long untilMillis) throws SQLException {
        return ruled(tenant, untilMillis).stream()
                .flatMap(ruled -> RulingFacts.joined(ruled).stream())
                .toList();
    }

    private List<IdentityRuled> ruled(String tenant, long untilMillis) throws SQLException {
        List<IdentityRuled> ruled = new ArrayList<>();
        try (PreparedStatement query = ask(RULINGS, tenant)) {
            query.setLong(2, untilMillis);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ruled.add(ruled(rows));
                }
            }
        }
        return ruled;
    }

    /** The event of a ruling, as far as a row has it. */
    private static IdentityRuled ruled(ResultSet row) throws SQLException {
        var ruled = new IdentityRuled();
        ruled.setEventId(row.getString(1));
        ruled.setOccurredAt(Instant.ofEpochMilli(row.getLong(2)));
        ruled.setRuling(IdentityRuling.valueOf(row.getString(3)));
        ruled.setRule(row.getString(4));
        ruled.setIdentifier(named(row, 5));
        ruled.setLeftIdentifier(named(row, 8));
        ruled.setRightIdentifier(named(row, 11));
        ruled.setReceivedAt(Instant.ofEpochMilli(row.getLong(14)));
        return ruled;
    }

    /** The identifier whose type, scope and value stand from this column on; null if there is none. */
    private static io.quanyu.events.@Nullable Identifier named(ResultSet row, int column) throws SQLException {
        String type = row.getString(column);
        return type == null
                ? null
                : new io.quanyu.events.Identifier(
                        type, row.getString(column + 1), row.getString(column + 2), Evidence.SELF, null);
    }

    private PreparedStatement ask(String sql, String tenant) throws SQLException {
        PreparedStatement query = trino.prepareStatement(sql);
        query.setString(1, tenant);
        return query;
    }

    /** The key of evidence, whichever end is named first. */
    private static String key(String one, String other, String rule) {
        return Evidence.seen(Identifier.parse(one), Identifier.parse(other), rule, 0, "")
                .key();
    }
}
