package io.quanyu.serve.ask.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the evidence about persons of one tenant. */
public final class PersonTies {

    private static final String TIES =
            """
            select
                evidence.left_text,
                evidence.right_text,
                evidence.rule,
                date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC', evidence.first_seen),
                date_diff(
                    'millisecond',
                    timestamp '1970-01-01 00:00:00 UTC',
                    coalesce(evidence.last_seen, evidence.first_seen)),
                evidence.source_event,
                evidence.last_seen is not null,
                evidence.trust,
                left_end.one_id,
                right_end.one_id,
                evidence.retracted,
                conflict.reason,
                conflict.reason_name,
                conflict.detail,
                date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC', conflict.valid_at)
            from lake.dim.identity_evidence as evidence
            inner join lake.dim.identity as left_end
                on left_end.tenant = evidence.tenant
                and left_end.identifier_text = evidence.left_text
            inner join lake.dim.identity as right_end
                on right_end.tenant = evidence.tenant
                and right_end.identifier_text = evidence.right_text
            left join lake.dim.identity_conflict as conflict
                on conflict.tenant = evidence.tenant
                and conflict.left_text = evidence.left_text
                and conflict.right_text = evidence.right_text
                and conflict.rule = evidence.rule
            where evidence.tenant = ?
                and (contains(split(?, ','), left_end.one_id) or contains(split(?, ','), right_end.one_id))
            order by evidence.first_seen, evidence.left_text, evidence.right_text, evidence.rule
            """;

    private static final String NEIGHBOURS =
            """
            select distinct left_end.one_id, right_end.one_id
            from lake.dim.identity_evidence as evidence
            inner join lake.dim.identity as left_end
                on left_end.tenant = evidence.tenant
                and left_end.identifier_text = evidence.left_text
            inner join lake.dim.identity as right_end
                on right_end.tenant = evidence.tenant
                and right_end.identifier_text = evidence.right_text
            where evidence.tenant = ?
                and left_end.one_id <> right_end.one_id
            order by left_end.one_id, right_end.one_id
            """;

    private final Connection trino;
    private final String tenant;

    public PersonTies(Connection trino, String tenant) {
        this.trino = trino;
        this.tenant = tenant;
    }

    /** All evidence with an end in one of the persons, sightings too, the earliest first. */
    public List<Tie> of(Collection<String> oneIds) throws SQLException {
        List<Tie> ties = new ArrayList<>();
        String list = String.join(",", oneIds);
        try (PreparedStatement query = trino.prepareStatement(TIES)) {
            query.setString(1, tenant);
            query.setString(2, list);
            query.setString(3, list);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ties.add(tie(rows));
                }
            }
        }
        return ties;
    }

    /**
     * The persons on the shortest way from one person to another over evidence between persons, which all is held back or
     * retracted; both included. Empty if there is no way.
     */
    public Set<String> between(String oneId, String otherOneId) throws SQLException {
        Map<String, Set<String>> neighbours = neighbours();
        Map<String, String> cameFrom = new HashMap<>(Map.of(oneId, oneId));
        Deque<String> next = new ArrayDeque<>(List.of(oneId));
        while (!next.isEmpty() && !cameFrom.containsKey(otherOneId)) {
            String person = next.remove();
            for (String neighbour : neighbours.getOrDefault(person, Set.of())) {
                if (cameFrom.putIfAbsent(neighbour, person) == null) {
                    next.add(neighbour);
                }
            }
        }
        Set<String> way = new LinkedHashSet<>();
        for (String person = otherOneId; cameFrom.containsKey(person) && way.add(person); ) {
            person = cameFrom.get(person);
        }
        return way;
    }

    private Map<String, Set<String>> neighbours() throws SQLException {
        Map<String, Set<String>> neighbours = new HashMap<>();
        try (PreparedStatement query = trino.prepareStatement(NEIGHBOURS)) {
            query.setString(1, tenant);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String left = rows.getString(1);
                    String right = rows.getString(2);
                    neighbours.computeIfAbsent(left, any -> new TreeSet<>()).add(right);
                    neighbours.computeIfAbsent(right, any -> new TreeSet<>()).add(left);
                }
            }
        }
        return neighbours;
    }

    private static Tie tie(ResultSet row) throws SQLException {
        var evidence = new Evidence(
                Identifier.parse(row.getString(1)),
                Identifier.parse(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6));
        @Nullable String reason = row.getString(12);
        return new Tie(
                evidence,
                row.getBoolean(7) ? (Long) evidence.lastSeenMillis() : null,
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getBoolean(11),
                reason == null ? null : new Tie.Held(reason, row.getString(13), row.getString(14), row.getLong(15)));
    }
}
