package io.quanyu.serve.ask.identity;

import io.quanyu.events.Identifier;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.privacy.MobileNumber;
import io.quanyu.ingest.privacy.TextGuard;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds a person by an identifier {@code type|scope|value}, by a one_id, also a retired one, or by a clear phone. A phone is
 * hashed with the tenant's key, as at the door, and is in no message.
 */
public final class PersonSearch {

    private static final Pattern ONE_ID = Pattern.compile("p[0-9a-v]{16}");
    private static final int MOST_NEAR = 10;

    // The parts are asked for one by one: Trino then reads no identifier but this one.
    private static final String BY_IDENTIFIER =
            """
            select tenant, one_id, identifier_text, cast(null as varchar)
            from lake.dim.identity
            where identifier_type = ?
                and identifier_scope = ?
                and identifier_value = ?
                and (? = '' or tenant = ?)
            """;

    private static final String BY_ONE_ID =
            """
            select tenant, one_id, coalesce(min(identifier_text) filter (where anchor), min(identifier_text)), null
            from lake.dim.identity
            where one_id = ?
                and (? = '' or tenant = ?)
            group by tenant, one_id
            union all
            select tenant, one_id, anchor, retired_one_id
            from lake.dim.identity_redirect
            where retired_one_id = ?
                and (? = '' or tenant = ?)
            """;

    private static final String BY_VALUE =
            """
            select identifier_text
            from lake.dim.identity
            where lower(identifier_value) = lower(?)
                and (? = '' or tenant = ?)
            order by identifier_text
            """;

    private final Connection trino;
    private final PhoneKeys keys;
    private final PhoneGuard guard;
    private final String tenant;

    /**
     * A search.
     *
     * @param tenant only there, or empty for everywhere
     */
    public PersonSearch(Connection trino, PhoneKeys keys, String tenant) {
        this.trino = trino;
        this.keys = keys;
        this.guard = PhoneGuard.withKeys(keys::keyOf);
        this.tenant = tenant;
    }

    /**
     * The person, if anybody is known by this name.
     *
     * @throws IllegalArgumentException if the name is of several tenants, or can be nobody's
     */
    public Optional<NamedPerson> find(String name) throws SQLException {
        List<NamedPerson> found = candidates(name.strip());
        Set<String> tenants = found.stream().map(NamedPerson::tenant).collect(Collectors.toCollection(TreeSet::new));
        if (tenants.size() > 1) {
            throw new IllegalArgumentException(TextGuard.quote(name)
                    + " is known to several tenants, name one with --tenant: " + String.join(", ", tenants));
        }
        return found.stream().findFirst();
    }

    /** That nobody was found, and what is near: the same value under other types and scopes. */
    public String notFound(String name) throws SQLException {
        String nobody = "Nobody" + (tenant.isEmpty() ? "" : " of tenant " + tenant) + " is known as "
                + TextGuard.quote(name.strip());
        List<String> near = near(name.strip().substring(name.strip().lastIndexOf('|') + 1));
        return near.isEmpty()
                ? nobody + ". Name " + IdentifierText.FORM + ", or a one_id; dim.identity has all that are known"
                : nobody + "; the same value is known as\n  " + String.join("\n  ", near);
    }

    private List<NamedPerson> candidates(String name) throws SQLException {
        if (ONE_ID.matcher(name).matches()) {
            return ask(BY_ONE_ID, name, tenant, tenant, name, tenant, tenant);
        }
        if (name.indexOf('|') >= 0) {
            return byIdentifier(IdentifierText.of(name).in(tenant, guard));
        }
        if (!MobileNumber.looksLikeOne(name)) {
            return List.of();
        }
        var phone = IdentifierText.of(name);
        List<NamedPerson> found = new ArrayList<>();
        for (String one : keys.tenants()) {
            found.addAll(byIdentifier(phone.in(one, guard)));
        }
        return found.stream()
                .filter(person -> tenant.isEmpty() || tenant.equals(person.tenant()))
                .toList();
    }

    private List<NamedPerson> byIdentifier(Identifier identifier) throws SQLException {
        return ask(BY_IDENTIFIER, identifier.getType(), identifier.getScope(), identifier.getValue(), tenant, tenant);
    }

    private List<String> near(String value) throws SQLException {
        List<String> near = new ArrayList<>();
        try (PreparedStatement query = trino.prepareStatement(BY_VALUE)) {
            query.setString(1, value);
            query.setString(2, tenant);
            query.setString(3, tenant);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next() && near.size() < MOST_NEAR) {
                    near.add(rows.getString(1));
                }
            }
        }
        return near;
    }

    private List<NamedPerson> ask(String sql, String... parameters) throws SQLException {
        List<NamedPerson> persons = new ArrayList<>();
        try (PreparedStatement query = trino.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    @Nullable String retired = rows.getString(4);
                    persons.add(new NamedPerson(rows.getString(1), rows.getString(2), rows.getString(3), retired));
                }
            }
        }
        return persons;
    }
}
