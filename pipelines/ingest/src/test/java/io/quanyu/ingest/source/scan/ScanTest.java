package io.quanyu.ingest.source.scan;

import static io.quanyu.ingest.door.Payloads.event;
import static io.quanyu.ingest.door.Payloads.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.events.LiveCodeScanned;
import io.quanyu.ingest.Reason;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanTest {

    private static final String SCAN =
            "{\"scan_id\":\"s1\",\"code\":\"ch_1001\",\"at\":\"2026-09-01T10:00:00+08:00\",%s\"city\":\"杭州\",\"device\":\"Mate 80\"}";

    @ParameterizedTest
    @CsvSource({
        "'\"unionid\":\"u1\",\"openid\":\"o1\",', unionid, wechat:acme, u1",
        "'\"openid\":\"o1\",', openid, 10000001, o1",
        "'\"visit\":\"v1\",', visit, scan:10000001, v1",
        "'', visit, scan:10000001, s1"
    })
    void theSubjectIsTheBestKnownIdOfTheVisitor(String ids, String type, String scope, String value) {
        assertThat(event(LiveCodeScanned.class, "scan-jsonl", SCAN.formatted(ids)))
                .returns(type, scanned -> scanned.getSubject().getType())
                .returns(scope, scanned -> scanned.getSubject().getScope())
                .returns(value, scanned -> scanned.getSubject().getValue())
                .returns("ch_1001", LiveCodeScanned::getLiveCode)
                .returns("杭州", LiveCodeScanned::getCity)
                .returns("Mate 80", LiveCodeScanned::getDevice)
                .returns(Instant.parse("2026-09-01T02:00:00Z"), LiveCodeScanned::getOccurredAt);
    }

    @Test
    void aScanWithoutCodeOrWithATimeWithoutZoneIsRefused() {
        assertThat(refusal("scan-jsonl", SCAN.formatted("").replace("\"code\"", "\"x\""))
                        .reason())
                .isEqualTo(Reason.MISSING_FIELD);
        assertThat(refusal("scan-jsonl", SCAN.formatted("").replace("+08:00", ""))
                        .reason())
                .isEqualTo(Reason.BAD_VALUE);
        assertThat(refusal("scan-jsonl", "7").reason()).isEqualTo(Reason.MALFORMED);
    }
}
