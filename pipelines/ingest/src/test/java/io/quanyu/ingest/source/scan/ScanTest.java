package io.quanyu.ingest.source.scan;

import static io.quanyu.ingest.door.Payloads.event;
import static io.quanyu.ingest.door.Payloads.outcomes;
import static io.quanyu.ingest.door.Payloads.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.events.LiveCodeScanned;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Position;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Payloads;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
    void scansWithoutAnIdDoNotCollapse() {
        String scan = SCAN.formatted("").replace("\"scan_id\":\"s1\",", "");
        RawPayload first = Payloads.of("scan-jsonl", scan);
        RawPayload second = new RawPayload(
                "scan-jsonl",
                first.headers(),
                first.body(),
                new Position(first.position().topic(), 1, 43));

        List<LiveCodeScanned> both = outcomes("scan-jsonl", "[" + scan + "," + scan + "]").stream()
                .map(outcome -> (LiveCodeScanned) ((Outcome.Accepted) outcome).event())
                .toList();
        List<String> ids = Stream.of(
                        List.of(event(LiveCodeScanned.class, first)),
                        List.of(event(LiveCodeScanned.class, second)),
                        both)
                .flatMap(List::stream)
                .map(LiveCodeScanned::getEventId)
                .toList();

        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
        assertThat(event(LiveCodeScanned.class, first).getEventId()).isEqualTo(ids.get(0));
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
