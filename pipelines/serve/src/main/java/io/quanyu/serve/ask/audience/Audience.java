package io.quanyu.serve.ask.audience;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Everybody who carries a tag. There may be millions, so they are handed on one by one. */
public final class Audience {

    // The left join keeps everybody who carries the tag; profiles are unique by tenant and person.
    private static final String MEMBERS =
            """
            select
                standing.tenant,
                standing.one_id,
                standing.tag,
                standing.name,
                standing.value,
                standing.valid_at,
                standing.reason,
                profile.phone_masked,
                profile.accounts,
                profile.net_revenue_yuan
            from lake.dws.tag as standing
            left join lake.dws.profile as profile
                on profile.tenant = standing.tenant
                and profile.one_id = standing.one_id
            where standing.tag = ?
                and (? = '' or standing.tenant = ?)
            order by standing.tenant, standing.one_id
            """;

    private final Connection trino;

    public Audience(Connection trino) {
        this.trino = trino;
    }

    /** Takes members, one after another. */
    @FunctionalInterface
    public interface Taker {

        void take(AudienceMember member) throws IOException;
    }

    /**
     * Hands on the people who carry a tag, by tenant and one_id.
     *
     * @param tenant the merchant, or empty for all
     */
    public void members(String tag, String tenant, Taker taker) throws SQLException, IOException {
        try (PreparedStatement query = trino.prepareStatement(MEMBERS)) {
            query.setString(1, tag);
            query.setString(2, tenant);
            query.setString(3, tenant);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    taker.take(AudienceMember.of(rows));
                }
            }
        }
    }
}
