package io.quanyu.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The algebra that lets evidence come in any order. A failure names its seed: the repetition number. */
class EvidenceLawsTest {

    private static final Identifier CONTACT = new Identifier("external_userid", "corp", "wmLI");
    private static final Identifier PHONE = new Identifier("phone", "shop", "5f2c");

    @RepeatedTest(200)
    void mergeIsASemilattice(RepetitionInfo repetition) {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        Evidence a = anyEvidence(random);
        Evidence b = anyEvidence(random);
        Evidence c = anyEvidence(random);

        assertThat(a.merge(b)).as("commutative").isEqualTo(b.merge(a));
        assertThat(a.merge(b).merge(c)).as("associative").isEqualTo(a.merge(b.merge(c)));
        assertThat(a.merge(a)).as("idempotent").isEqualTo(a);
    }

    @Test
    void itDoesNotMatterWhoSawWhom() {
        assertThat(Evidence.seen(PHONE, CONTACT, "remark-phone", 7, "e1"))
                .isEqualTo(Evidence.seen(CONTACT, PHONE, "remark-phone", 7, "e1"));
    }

    @Test
    void evidenceOfTwoKeysIsNotMerged() {
        Evidence typed = Evidence.seen(PHONE, CONTACT, "remark-phone", 7, "e1");
        Evidence sighting = Evidence.sighting(CONTACT, 7, "e1");
        assertThatThrownBy(() -> typed.merge(sighting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("remark-phone and self");
    }

    @Test
    void anIdentifierIsReadAsItWasWritten() {
        var withBars = new Identifier("order", "pos:S1", "2026|03|01");
        assertThat(Identifier.parse(withBars.text())).isEqualTo(withBars);
        assertThatThrownBy(() -> Identifier.parse("phone|5f2c")).hasMessageContaining("type|scope|value");
    }

    /** Few distinct times and events, so that ties happen. */
    private static Evidence anyEvidence(SplittableRandom random) {
        long first = random.nextLong(4);
        return new Evidence(CONTACT, PHONE, "remark-phone", first, first + random.nextLong(4), "e" + random.nextInt(3));
    }
}
