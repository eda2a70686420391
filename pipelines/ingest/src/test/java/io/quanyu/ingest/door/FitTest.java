package io.quanyu.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.contract.Bounds;
import io.quanyu.contract.RecordSize;
import io.quanyu.events.LiveCodeScanned;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.OrderLine;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Outcome.Refused;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FitTest {

    private static final String ORDER = "youzan-01.json";
    private static final long NO_TIME = Long.MAX_VALUE;

    @Test
    void anOrderOfManyLinesWithLongTitlesPasses() {
        assertThatCode(() -> Fit.check(orderOfLines(400))).doesNotThrowAnyException();
    }

    @Test
    void anEventThatKafkaWouldNotTakeIsRefusedWithItsSize() {
        assertThatThrownBy(() -> Fit.check(orderOfLines(2_100)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE))
                .hasMessageStartingWith("The event has 86")
                .hasMessageEndingWith(" bytes, and Kafka takes records of at most 8388608");
    }

    @Test
    void whatTheGuardMadeTooLongIsRefused() {
        var scan = Payloads.event(
                LiveCodeScanned.class,
                "scan-jsonl",
                "{\"scan_id\":\"s-1\",\"code\":\"LC\",\"at\":\"2026-09-01T10:00:00+08:00\",\"unionid\":\"oU\"}");
        scan.setLiveCode("9".repeat(Bounds.LONGEST + 1));

        assertThatThrownBy(() -> Fit.check(new Accepted("scan", scan)))
                .hasMessage("live_code is absurd: 4097 characters, more than 4096");
    }

    @Test
    void aPayloadThatKafkaWouldNotTakeIsRefusedUnread() {
        byte[] body = new byte[RecordSize.LARGEST_BYTES];

        Refused refused = Payloads.refusal(Payloads.of("youzan", body));

        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused.item()).isEqualTo(Refused.WHOLE);
        assertThat(refused.detail())
                .isEqualTo("The payload has 8388608 bytes, and Kafka takes records of at most 8388608");
        assertThat(refused.guardedPayload()).isEqualTo("(8388608 bytes that cannot be shown)");
    }

    @Test
    void headersCountAsWell() {
        var raw = Payloads.of("youzan", Payloads.sample(ORDER));
        var withLongHeader = new RawPayload(
                raw.source(), Map.of("map", "m".repeat(RecordSize.LARGEST_BYTES)), raw.body(), raw.position());

        assertThat(raw.fitsOnKafka()).isTrue();
        assertThat(withLongHeader.fitsOnKafka()).isFalse();
    }

    @Test
    void aDeadLetterIsWithinBoundsWhateverTheHeadersSay() {
        String longName = "x".repeat(Bounds.LONGEST + 1);
        var raw = new RawPayload(
                "youzan",
                Map.of("tenant", longName, "shop", longName, "received_at", Long.toString(NO_TIME)),
                "{}".getBytes(StandardCharsets.UTF_8),
                Payloads.of("youzan", "{}").position());

        assertThat(Bounds.absurd(Payloads.refusal(raw).letterFor(raw))).isEmpty();
        assertThat(Bounds.absurd(new Refused(0, Reason.MALFORMED, longName, longName).letterFor(raw)))
                .isEmpty();
    }

    private static Accepted orderOfLines(int lines) {
        var order = Payloads.event(OrderChanged.class, "youzan", Payloads.text(ORDER));
        var line = OrderLine.newBuilder()
                .setLineId("1")
                .setQuantity(1)
                .setPaidFen(100)
                .setTitle("t".repeat(Bounds.LONGEST))
                .build();
        order.setLines(Collections.nCopies(lines, line));
        return new Accepted("order", order);
    }
}
