package io.quanyu.serve.command.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.serve.ask.audience.AudienceMember;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudienceFileTest {

    private static final AudienceMember LI = new AudienceMember(
            "t1",
            "6911223344556677889",
            "live_sensitive",
            "直播敏感型",
            null,
            Instant.parse("2026-03-01T16:30:00Z"),
            "30 天内直播间下单 2 次, 阈值 1",
            "138****8000",
            List.of("external_userid|corp|w1", "yz_open_id|youzan:1|y1"),
            new BigDecimal("1234.50"));

    @TempDir
    Path folder;

    @Test
    void theCsvOpensInExcelWithChineseHeaderAndIdsAsText() throws IOException {
        Path out = folder.resolve("live.csv");
        try (AudienceFile file = AudienceFile.open(out, ExportFormat.CSV)) {
            file.write(LI);
            assertThat(file.finish()).isEqualTo(1);
        }

        assertThat(Files.readAllBytes(out)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(Files.readString(out))
                .isEqualTo("\uFEFF租户,客户编号,标签代码,标签,标签值,自何时（北京时间）,原因,手机号（掩码）,账号,净收入（元）\r\n"
                        + "t1,\"=\"\"6911223344556677889\"\"\",live_sensitive,直播敏感型,,2026-03-02 00:30:00,"
                        + "\"30 天内直播间下单 2 次, 阈值 1\",138****8000,"
                        + "external_userid|corp|w1; yz_open_id|youzan:1|y1,1234.50\r\n");
    }

    @Test
    void theJsonHasOneObjectALineAndStableNames() throws IOException {
        Path out = folder.resolve("live.jsonl");
        try (AudienceFile file = AudienceFile.open(out, ExportFormat.JSONL)) {
            file.write(LI);
            file.finish();
        }

        assertThat(Files.readString(out))
                .isEqualTo("{\"tenant\":\"t1\",\"one_id\":\"6911223344556677889\",\"tag\":\"live_sensitive\","
                        + "\"name\":\"直播敏感型\",\"value\":null,\"since\":\"2026-03-02T00:30:00+08:00\","
                        + "\"reason\":\"30 天内直播间下单 2 次, 阈值 1\",\"phone_masked\":\"138****8000\","
                        + "\"accounts\":[\"external_userid|corp|w1\",\"yz_open_id|youzan:1|y1\"],"
                        + "\"net_revenue_yuan\":1234.50}\n");
    }

    @Test
    void anExportThatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path out = folder.resolve("live.csv");
        Files.writeString(out, "old");

        try (AudienceFile file = AudienceFile.open(out, ExportFormat.CSV)) {
            file.write(LI);
        }

        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(out));
        assertThat(Files.readString(out)).isEqualTo("old");
    }
}
