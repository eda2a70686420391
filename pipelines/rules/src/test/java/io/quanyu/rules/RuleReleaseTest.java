package io.quanyu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.domain.attribution.AttributionPolicy;
import io.quanyu.domain.attribution.Model;
import io.quanyu.domain.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReleaseTest {

    @Test
    void readsAllThatAFileSaysAndWritesItForTheTopic() {
        RuleRelease release = RuleRelease.parse(
                """
                version: 2
                from: 2026-12-01T00:00:00+08:00
                tags: [new_buyer, returning_buyer]
                attribution:
                  look_back_days: 7
                  models: [last]
                """);

        assertThat(release)
                .isEqualTo(new RuleRelease(
                        new RuleSet(
                                2,
                                List.of("new_buyer", "returning_buyer"),
                                new AttributionPolicy(7, List.of(Model.LAST))),
                        Instant.parse("2026-11-30T16:00:00Z").toEpochMilli()));
        assertThat(RuleRelease.parse(release.text())).isEqualTo(release);
    }

    @Test
    void whatIsLeftOutIsStandardAndAtOnce() {
        RuleRelease release = RuleRelease.parse("{version: 3, tags: [dormant]}");

        assertThat(release)
                .isEqualTo(new RuleRelease(new RuleSet(3, List.of("dormant"), AttributionPolicy.standard()), null));
        assertThat(RuleRelease.parse(release.text())).isEqualTo(release);
    }

    /** State and topics may name tags of another build. */
    @Test
    void aTagThatThisBuildDoesNotKnowIsReadAllTheSame() {
        assertThat(RuleRelease.parse("{version: 2, tags: [dormant, of_another_build]}")
                        .rules()
                        .tags())
                .containsExactly("dormant", "of_another_build");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    tags: [dormant]                                | needs a version
                    {version: 2, tags: [dormnat]}                  | no tag dormnat
                    {version: 0, tags: [dormant]}                  | begin with 1
                    {version: 3000000000, tags: [dormant]}         | begin with 1
                    {version: 2, tags: [dormant, null]}            | needs a version
                    {version: 2, tags: [dormant], from: +999999999-12-31T23:59:59Z} | no instant (from)
                    {version: 2, tags: [dormant, dormant]}         | named twice
                    {version: 2, tags: [dormant], form: x}         | form
                    {version: 2, tags: [dormant], from: tomorrow}  | no instant (from)
                    {version: 2, tags: [dormant                    | line 1
                    {version: 2, tags: [dormant], attribution: {models: [best]}} | no attribution model best
                    """)
    void refusesAnythingElseWithWords(String text, String words) {
        assertThatThrownBy(() -> RuleRelease.parse(text).forThisBuild())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }
}
