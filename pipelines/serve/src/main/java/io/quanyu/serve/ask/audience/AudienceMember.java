package io.quanyu.serve.ask.audience;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.serve.command.ExportCommand;
import io.quanyu.serve.command.rows.Csv;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Header of the CSV form. */
    public static final List<String> CSV_COLUMNS =
            List.of("租户", "客户编号", "标签代码", "标签", "标签值", "自何时（北京时间）", "原因", "手机号（掩码）", "账号", "净收入（元）");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FOR_PEOPLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The member in the current row of {@link ExportCommand}'s query. */
    public static AudienceMember of(ResultSet row) throws SQLException {
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

    /** Cells under {@link #CSV_COLUMNS}; every cell but the revenue stays text when Excel opens the file. */
    public List<String> csvCells() {
        return List.of(
                Csv.excelText(tenant),
                Csv.excelText(oneId),
                Csv.excelText(tag),
                Csv.excelText(name),
                Csv.excelText(orEmpty(value)),
                FOR_PEOPLE.format(since.atZone(SHANGHAI)),
                Csv.excelText(orEmpty(reason)),
                Csv.excelText(orEmpty(phoneMasked)),
                Csv.excelText(String.join("; ", accounts)),
                netRevenueYuan == null ? "" : netRevenueYuan.toPlainString());
    }

    /** One JSON object, without line end. */
    public String json() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("tenant", tenant);
        fields.put("one_id", oneId);
        fields.put("tag", tag);
        fields.put("name", name);
        fields.put("value", value);
        fields.put("since", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(since.atZone(SHANGHAI)));
        fields.put("reason", reason);
        fields.put("phone_masked", phoneMasked);
        fields.put("accounts", accounts);
        fields.put("net_revenue_yuan", netRevenueYuan);
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
