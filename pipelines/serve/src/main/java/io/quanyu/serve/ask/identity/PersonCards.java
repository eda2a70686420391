package io.quanyu.serve.ask.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the lake knows of a person: all names since when, and the evidence that touches the person. */
public final class PersonCards {

    private static final String NAMES =
            """
            select
                identifier_text,
                coalesce(anchor, false),
                date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC', valid_at)
            from lake.dim.identity
            where tenant = ?
                and one_id = ?
            """;

    private static final String RETIRED =
            """
            select
                retired_one_id,
                anchor,
                date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC', valid_at)
            from lake.dim.identity_redirect
            where tenant = ?
                and one_id = ?
            order by valid_at, retired_one_id
            """;

    private final Connection trino;

    public PersonCards(Connection trino) {
        this.trino = trino;
    }

    /** What is known of a person. */
    public PersonCard of(NamedPerson person) throws SQLException {
        List<Tie> ties = new PersonTies(trino, person.tenant()).of(List.of(person.oneId()));
        return new PersonCard(person.tenant(), person.oneId(), retired(person), names(person), ties);
    }

    private List<PersonCard.Retired> retired(NamedPerson person) throws SQLException {
        List<PersonCard.Retired> retired = new ArrayList<>();
        try (PreparedStatement query = ask(RETIRED, person);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                retired.add(new PersonCard.Retired(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return retired;
    }

    private List<PersonCard.Name> names(NamedPerson person) throws SQLException {
        List<PersonCard.Name> names = new ArrayList<>();
        try (PreparedStatement query = ask(NAMES, person);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                names.add(new PersonCard.Name(rows.getString(1), rows.getBoolean(2), rows.getLong(3)));
            }
        }
        return names;
    }

    private PreparedStatement ask(String sql, NamedPerson person) throws SQLException {
        PreparedStatement query = trino.prepareStatement(sql);
        query.setString(1, person.tenant());
        query.setString(2, person.oneId());
        return query;
    }
}
