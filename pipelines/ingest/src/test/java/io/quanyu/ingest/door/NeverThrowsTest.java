package io.quanyu.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.ingest.CanonicalJson;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Outcome.Refused;
import io.quanyu.ingest.Position;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, every payload has an outcome, none is our own fault, and nothing is thrown. */
class NeverThrowsTest {

    private static final Position HERE = new Position("raw.x", 0, 0);
    private static final List<Sample> SAMPLES = Sample.all();
    private static final List<String> POISON = List.of(
            "null",
            "\"\"",
            "{}",
            "[]",
            "-1",
            "1e999999999",
            "99999999999999999999999",
            "true",
            "\"\\u0000\"",
            "0.5",
            "\"x\"",
            "[[1]]");

    @RepeatedTest(25)
    void aMutatedSampleHasAnOutcome(RepetitionInfo repetition) throws IOException {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        for (Sample sample : SAMPLES) {
            byte[] body = mutated(sample.bytes(), random);
            Sources.all().keySet().forEach(source -> assertHasOutcome(Payloads.of(source, body)));
        }
    }

    @RepeatedTest(25)
    void aSampleWithAPoisonedValueHasAnOutcome(RepetitionInfo repetition) throws IOException {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        for (Sample sample : SAMPLES) {
            String text = new String(sample.bytes(), StandardCharsets.UTF_8);
            String poison = POISON.get(random.nextInt(POISON.size()));
            String[] parts = text.split("(?<=: )(?=[\"\\d\\[{tf])");
            int at = random.nextInt(parts.length);
            parts[at] = parts[at].replaceFirst("^(\"[^\"]*\"|[\\d.]+|true|false)", Matcher.quoteReplacement(poison));
            byte[] body = String.join("", parts).getBytes(StandardCharsets.UTF_8);
            Sources.all().keySet().forEach(source -> assertHasOutcome(Payloads.of(source, body)));
        }
    }

    static Stream<String> strangers() {
        return Stream.of(
                "",
                " ",
                "null",
                "1",
                "\"x\"",
                "[",
                "[]",
                "[null]",
                "[[]]",
                "{}",
                "<",
                "<a/>",
                "<a>1</a>",
                "\ufeff{}",
                "{\"msg\":null,\"type\":1}",
                "{\"data\":{\"rows\":[null,1]}}",
                "{\"rows\":[null]}",
                "[".repeat(5000),
                "{\"a\":".repeat(900) + "1" + "}".repeat(900),
                "<a>".repeat(5000),
                "\u0000\u0001");
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void aStrangePayloadHasAnOutcome(String body) {
        Sources.all().keySet().forEach(source -> assertHasOutcome(Payloads.of(source, body)));
        assertHasOutcome(Payloads.withMap(body, "name: x"));
    }

    @Test
    void missingOrWrongHeadersHaveTheirReason() {
        assertThat(reasonOf("youzan", Map.of())).isEqualTo(Reason.NO_TENANT);
        assertThat(reasonOf("youzan", Map.of("tenant", "../x", "received_at", "1")))
                .isEqualTo(Reason.BAD_HEADER);
        assertThat(reasonOf("youzan", Map.of("tenant", "acme"))).isEqualTo(Reason.BAD_HEADER);
        assertThat(reasonOf("youzan", Map.of("tenant", "acme", "received_at", "now")))
                .isEqualTo(Reason.BAD_HEADER);
        assertThat(reasonOf("moon", Map.of("tenant", "acme", "received_at", "1")))
                .isEqualTo(Reason.UNKNOWN_SOURCE);
        assertThat(reasonOf("pos-csv", Map.of("tenant", "acme", "received_at", "1")))
                .isEqualTo(Reason.BAD_HEADER);
    }

    @Test
    void aRedeliveryHasTheSameIdAndOtherPosition() {
        for (String sample : List.of("youzan-01.json", "youzan-02.json")) {
            RawPayload first = Payloads.of("youzan", Payloads.sample(sample));
            RawPayload again = new RawPayload(
                    "youzan",
                    Map.of("tenant", "acme", "shop", "10000001", "received_at", "1788999999999"),
                    Payloads.text(sample)
                            .replace("\"sendCount\": 0", "\"sendCount\": 1")
                            .getBytes(StandardCharsets.UTF_8),
                    HERE);
            assertThat(idOf(again)).isEqualTo(idOf(first));
        }
    }

    private static String idOf(RawPayload raw) {
        return ((Outcome.Accepted) Payloads.INGESTION.ingest(raw).get(0)).eventId();
    }

    private static Reason reasonOf(String source, Map<String, String> headers) {
        return Payloads.refusal(new RawPayload(source, headers, new byte[] {'{', '}'}, HERE))
                .reason();
    }

    private static void assertHasOutcome(RawPayload raw) {
        List<Outcome> outcomes = Payloads.INGESTION.ingest(raw);
        assertThat(outcomes).isNotEmpty();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Refused refused) {
                assertThat(refused.reason())
                        .as("%s: %s", refused.detail(), new String(raw.body(), StandardCharsets.UTF_8))
                        .isNotEqualTo(Reason.ADAPTER_FAILED);
                assertThat(refused.letterFor(raw).getPayload()).hasSizeLessThanOrEqualTo(4000);
            } else {
                assertThat(CanonicalJson.line(((Outcome.Accepted) outcome).event()))
                        .doesNotContain("\n");
            }
        }
    }

    private static byte[] mutated(byte[] sample, SplittableRandom random) {
        byte[] body = sample.clone();
        for (int change = random.nextInt(6); change >= 0; change--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body;
    }
}
