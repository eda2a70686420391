package io.quanyu.serve.command.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.serve.ask.audience.AudienceMember;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member of an audience as a line of a file. */
final class AudienceText {

    /** Header of the CSV form. */
    static final List<String> CSV_COLUMNS =
            List.of("租户", "客户编号", "标签代码", "标签", "标签值", "自何时（北京时间）", "原因", "手机号（掩码）", "账号", "净收入（元）");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FOR_PEOPLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ObjectMapper JSON = new ObjectMapper();

    private AudienceText() {}

    /** Cells under {@link #CSV_COLUMNS}; every cell but the revenue stays text when Excel opens the file. */
    static List<String> csvCells(AudienceMember member) {
        return List.of(
                Csv.excelText(member.tenant()),
                Csv.excelText(member.oneId()),
                Csv.excelText(member.tag()),
                Csv.excelText(member.name()),
                Csv.excelText(orEmpty(member.value())),
                FOR_PEOPLE.format(member.since().atZone(SHANGHAI)),
                Csv.excelText(orEmpty(member.reason())),
                Csv.excelText(orEmpty(member.phoneMasked())),
                Csv.excelText(String.join("; ", member.accounts())),
                member.netRevenueYuan() == null ? "" : member.netRevenueYuan().toPlainString());
    }

    /** One JSON object, without line end. */
    static String json(AudienceMember member) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("tenant", member.tenant());
        fields.put("one_id", member.oneId());
        fields.put("tag", member.tag());
        fields.put("name", member.name());
        fields.put("value", member.value());
        fields.put(
                "since",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(member.since().atZone(SHANGHAI)));
        fields.put("reason", member.reason());
        fields.put("phone_masked", member.phoneMasked());
        fields.put("accounts", member.accounts());
        fields.put("net_revenue_yuan", member.netRevenueYuan());
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
