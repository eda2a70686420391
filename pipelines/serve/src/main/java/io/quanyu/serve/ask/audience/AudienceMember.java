package io.quanyu.serve.ask.audience;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who carries a tag, as marketers get to see them. No phone in clear: only its masked text.
 *
 * @param since since when the tag stands
 * @param reason values against thresholds, in Chinese
 * @param accounts the person's accounts as {@code type|scope|value}
 */
public record AudienceMember(
        String tenant,
        String oneId,
        String tag,
        String name,
        @Nullable String value,
        Instant since,
        @Nullable String reason,
        @Nullable String phoneMasked,
        List<String> accounts,
        @Nullable BigDecimal netRevenueYuan) {

    /** The member in the current row of {@link Audience}'s query. */
    static AudienceMember of(ResultSet row) throws SQLException {
        Array accounts = row.getArray("accounts");
        return new AudienceMember(
                row.getString("tenant"),
                row.getString("one_id"),
                row.getString("tag"),
                row.getString("name"),
                row.getString("value"),
                row.getTimestamp("valid_at").toInstant(),
                row.getString("reason"),
                row.getString("phone_masked"),
                accounts == null
                        ? List.of()
                        : Arrays.stream((Object[]) accounts.getArray())
                                .map(Object::toString)
                                .toList(),
                row.getBigDecimal("net_revenue_yuan"));
    }
}
