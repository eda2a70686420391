package io.quanyu.domain.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CodeTermTest {

    private static final long EVER = Long.MIN_VALUE;
    private static final long OPEN = Long.MAX_VALUE;

    @Test
    void aCodeGivenAwayFromADayOnKeepsItsPast() {
        List<CodeTerm> terms = List.of(term(1, "lift", 10, OPEN), term(2, "parcel", 20, OPEN));

        assertThat(at(19, terms)).isEqualTo("lift");
        assertThat(at(20, terms)).isEqualTo("parcel");
        assertThat(at(OPEN, terms)).isEqualTo("parcel");
    }

    @Test
    void aDefinitionWithoutAStartSaysWhatTheCodeEverWas() {
        assertThat(at(15, List.of(term(1, "lift", 10, OPEN), term(2, "metro", EVER, OPEN))))
                .isEqualTo("metro");
    }

    @Test
    void aDefinitionReplacesThoseThatBeginWithIt() {
        List<CodeTerm> terms = List.of(term(1, "lift", 10, OPEN), term(2, "metro", 10, 15), term(3, "parcel", 20, 30));

        assertThat(at(12, terms)).isEqualTo("metro");
        assertThat(at(16, terms)).as("expired").isEqualTo("metro");
        assertThat(at(40, terms)).as("expired later").isEqualTo("parcel");
    }

    @Test
    void aLoanEndsAndATouchBeforeTheFirstStartIsTheFirstTerms() {
        List<CodeTerm> terms = List.of(term(1, "lift", 10, OPEN), term(2, "parcel", 20, 30));

        assertThat(at(25, terms)).isEqualTo("parcel");
        assertThat(at(30, terms)).isEqualTo("lift");
        assertThat(at(5, terms)).isEqualTo("lift");
        assertThat(CodeTerm.at(5, List.of())).isEmpty();
    }

    @RepeatedTest(100)
    void theOrderOfTheDefinitionsDoesNotMatter(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<CodeTerm> terms = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long from = random.nextInt(4) == 0 ? EVER : random.nextInt(5);
            long until = random.nextInt(3) == 0 ? OPEN : 1 + random.nextInt(6);
            terms.add(new CodeTerm("d" + i, random.nextInt(3), "c" + i, from, until));
        }
        long at = random.nextInt(8);
        var found = CodeTerm.at(at, terms);
        Collections.shuffle(terms, random);

        assertThat(CodeTerm.at(at, terms)).isEqualTo(found);
    }

    private static String at(long millis, List<CodeTerm> terms) {
        return CodeTerm.at(millis, terms).orElseThrow().channel();
    }

    private static CodeTerm term(long version, String channel, long from, long until) {
        return new CodeTerm("d", version, channel, from, until);
    }
}
