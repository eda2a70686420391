package io.quanyu.ingest.source.oceanengine;

import static io.quanyu.ingest.door.Payloads.event;
import static io.quanyu.ingest.door.Payloads.refusal;
import static io.quanyu.ingest.door.Payloads.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.events.SpendReported;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Payloads;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OceanEngineTest {

    private static final String REPORT = text("oceanengine-01.json");

    @ParameterizedTest
    @CsvSource({"'\"1234.56\"', 123456", "1234.56, 123456", "1.23456E3, 123456", "0, 0", "'\"0.10\"', 10"})
    void aCostMayBeTextOrNumber(String written, long fen) {
        assertThat(spend("\"stat_cost\": \"1234.56\", \"show", "\"stat_cost\": " + written + ", \"show")
                        .getCostFen())
                .isEqualTo(fen);
    }

    @Test
    void aRenamedMetricIsInFen() {
        assertThat(spend("\"stat_cost\": \"1234.56\", \"show", "\"stat_cost_fen\": 123456, \"show")
                        .getCostFen())
                .isEqualTo(123456);
    }

    @Test
    void anHourlyRowHasItsHour() {
        assertThat(spend("\"stat_time_day\": \"2026-09-01\"", "\"stat_time_hour\": \"2026-09-01 13:00:00\""))
                .returns(LocalDate.of(2026, 9, 1), SpendReported::getDay)
                .returns(13, SpendReported::getHour)
                .returns(Instant.parse("2026-09-01T05:00:00Z"), SpendReported::getOccurredAt);
    }

    @Test
    void theChannelIsTheProjectNameBeforeTheSlash() {
        assertThat(spend("秋季拉新", "抖音直播间/秋季").getChannel()).isEqualTo("抖音直播间");
    }

    @Test
    void aRequestIdThatStartsWithTheTimeOfThePullIsTheVersion() {
        assertThat(spend("20260902fake0001", "20260901093000ABCDEF").getVersion())
                .isEqualTo(Instant.parse("2026-09-01T01:30:00Z").toEpochMilli());
        assertThat(spend("20260902fake0001", "20990901093000ABCDEF").getVersion())
                .isEqualTo(Payloads.RECEIVED.toEpochMilli());
    }

    @Test
    void rowsByMaterialAddUpToTheirPromotion() {
        assertThat(event(SpendReported.class, "oceanengine", byMaterial("100.00", "900.00", "2000.00")))
                .returns(300000L, SpendReported::getCostFen)
                .returns("7400000000000000009", SpendReported::getPromotion)
                .returns(6L, SpendReported::getImpressionCount);
    }

    @Test
    void aSumWithARowThatCannotBeReadIsNone() {
        assertThat(refusal("oceanengine", byMaterial("100.00", "-1", "2000.00")).reason())
                .isEqualTo(Reason.BAD_VALUE);
    }

    @Test
    void oneOfSeveralPagesByMaterialHasOnlyAPartOfTheCost() {
        String page = byMaterial("100.00").replace("\"data\":{", "\"data\":{\"page_info\":{\"total_page\":2},");

        assertThat(refusal("oceanengine", page).reason()).isEqualTo(Reason.CONTRADICTORY);
    }

    @Test
    void twoRowsOfOneKeyCannotBeToldApart() {
        String row = "{\"dimensions\":{\"stat_time_day\":\"2026-09-01\"},\"metrics\":{\"stat_cost\":1}}";

        assertThat(refusal("oceanengine", "{\"code\":0,\"data\":{\"rows\":[" + row + "," + row + "]}}")
                        .reason())
                .isEqualTo(Reason.CONTRADICTORY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"code\":40105,\"message\":\"token expired\"}; NOTHING_TO_MAP",
                "{\"code\":0,\"data\":{\"rows\":[]}}; NOTHING_TO_MAP",
                "{\"code\":0,\"data\":{}}; UNKNOWN_KIND",
                "{\"code\":0,\"data\":{\"rows\":[{\"dimensions\":{},\"metrics\":{\"stat_cost\":1}}]}}; MISSING_FIELD",
                "{\"code\":0,\"data\":{\"rows\":[{\"dimensions\":{\"stat_time_day\":\"2026-09-01\"},\"metrics\":{}}]}}; MISSING_FIELD",
                "{\"code\":0,\"data\":{\"rows\":[{\"dimensions\":{\"stat_time_day\":\"2026-09-01\"},\"metrics\":{\"stat_cost\":-1}}]}}; BAD_VALUE",
                "{\"code\":0,\"data\":{\"rows\":[{\"dimensions\":{\"stat_time_day\":\"2026-09-01\"},\"metrics\":{\"stat_cost\":1e999999}}]}}; BAD_VALUE"
            })
    void otherReportsAreRefusedAsWhatTheyAre(String body, Reason reason) {
        assertThat(refusal("oceanengine", body).reason()).isEqualTo(reason);
    }

    private static SpendReported spend(String before, String after) {
        return event(SpendReported.class, "oceanengine", REPORT.replace(before, after));
    }

    private static String byMaterial(String... costs) {
        String rows = IntStream.range(0, costs.length)
                .mapToObj(material ->
                        "{\"dimensions\":{\"stat_time_day\":\"2026-09-01\",\"cdp_project_id\":\"7300000000000000009\","
                                + "\"cdp_promotion_id\":\"7400000000000000009\",\"material_id\":\"" + material
                                + "\"},\"metrics\":{\"stat_cost\":\"" + costs[material] + "\",\"show_cnt\":2}}")
                .collect(Collectors.joining(","));
        return "{\"code\":0,\"data\":{\"rows\":[" + rows + "]}}";
    }
}
