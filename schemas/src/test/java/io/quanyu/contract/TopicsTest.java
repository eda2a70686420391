package io.quanyu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.events.Identifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void aSourceHasATopicAndATopicItsSource() {
        assertThat(RawTopics.of("pos-csv")).isEqualTo("raw.pos-csv");
        assertThat(RawTopics.sourceOf("raw.pos-csv")).isEqualTo("pos-csv");
        assertThat(RawTopics.isRaw("event.order")).isFalse();
        assertThatThrownBy(() -> RawTopics.sourceOf("event.order"))
                .hasMessage("Topic event.order holds no payloads: such topics are raw.<source>");
    }

    @Test
    void aTickIsAnInstantAsTextToTheMillisecond() {
        Instant noon = Instant.parse("2026-09-01T04:00:00.123Z");

        assertThat(new String(ClockTopic.tick(noon), StandardCharsets.UTF_8)).isEqualTo("2026-09-01T04:00:00.123Z");
        assertThat(ClockTopic.millis(ClockTopic.tick(noon))).hasValue(noon.toEpochMilli());
        assertThat(ClockTopic.millis(utf8(" 2026-09-01T04:00:00Z\n"))).hasValue(1_788_235_200_000L);
    }

    @Test
    void aValueThatIsNoInstantTellsNoTime() {
        assertThat(ClockTopic.millis(null)).isEqualTo(OptionalLong.empty());
        assertThat(ClockTopic.millis(utf8("noon"))).isEqualTo(OptionalLong.empty());
        assertThat(ClockTopic.millis(utf8(Instant.MAX.toString()))).isEqualTo(OptionalLong.empty());
        assertThat(ClockTopic.millis(utf8("+10000-01-01T00:00:00Z"))).isEqualTo(OptionalLong.empty());
        assertThat(ClockTopic.millis(utf8("1969-12-31T23:59:59Z"))).isEqualTo(OptionalLong.empty());
    }

    @Test
    void aTickIsAheadIfItSaysMoreThanTenMinutesAfterItsWriting() {
        long written = Instant.parse("2026-09-01T04:00:00Z").toEpochMilli();

        assertThat(ClockTopic.isAhead(written + 600_000, written)).isFalse();
        assertThat(ClockTopic.isAhead(written + 600_001, written)).isTrue();
        assertThat(ClockTopic.isAhead(0, written)).isFalse();
    }

    @Test
    void anIdentifierOfATenantIsAKey() {
        var union = new Identifier("unionid", "wechat:tea", "oU", "self", null);

        assertThat(Identifiers.text(union)).isEqualTo("unionid|wechat:tea|oU");
        assertThat(Identifiers.key("tea", union)).isEqualTo("tea|unionid|wechat:tea|oU");
    }

    @Test
    void aJobReadsInItsOwnGroup() {
        assertThat(JobNames.group(JobNames.LAKE)).isEqualTo("quanyu-lake");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
