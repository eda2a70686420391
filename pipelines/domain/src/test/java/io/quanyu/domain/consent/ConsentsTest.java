package io.quanyu.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ConsentsTest {

    private static final String LI = "staff:li";
    private static final String ROOM = "room:r1";
    private static final String ANY = "";

    @Test
    void whatIsSaidBeforeAnyDecisionMayBeKept() {
        assertThat(Consents.NONE.areDeclinedAt(5, LI)).isFalse();
        assertThat(Consents.NONE.with(declined(LI, 10)).areDeclinedAt(9, LI)).isFalse();
    }

    @Test
    void aRefusalHoldsFromItsInstantUntilTheCustomerAgreesAgain() {
        Consents consents = Consents.NONE.with(declined(LI, 10)).with(new Decision(LI, 20, true));

        assertThat(consents.areDeclinedAt(10, LI)).isTrue();
        assertThat(consents.areDeclinedAt(19, LI)).isTrue();
        assertThat(consents.areDeclinedAt(20, LI)).isFalse();
    }

    @Test
    void aConversationIsDecidedByItselfAndOneWithoutNameForAll() {
        assertThat(Consents.NONE.with(declined(LI, 10)).areDeclinedAt(11, ROOM)).isFalse();
        assertThat(Consents.NONE.with(declined(ANY, 10)).areDeclinedAt(11, ROOM))
                .isTrue();
        assertThat(Consents.NONE.with(declined(LI, 10)).areDeclinedAt(11, ANY)).isTrue();
    }

    @Test
    void whoAgreesAndDeclinesAtOneInstantDeclines() {
        assertThat(Consents.NONE
                        .with(declined(LI, 10))
                        .with(new Decision(LI, 10, true))
                        .areDeclinedAt(10, LI))
                .isTrue();
    }

    @RepeatedTest(20)
    void orderAndRepeatsLeaveNoTrace(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            decisions.add(new Decision(
                    List.of(LI, ROOM, ANY).get(random.nextInt(3)), random.nextInt(5), random.nextBoolean()));
        }
        List<Decision> shuffled = new ArrayList<>(decisions);
        shuffled.addAll(decisions.subList(0, 3));
        Collections.shuffle(shuffled, random);

        assertThat(all(shuffled)).isEqualTo(all(decisions));
    }

    private static Consents all(List<Decision> decisions) {
        Consents consents = Consents.NONE;
        for (Decision decision : decisions) {
            consents = consents.with(decision);
        }
        return consents;
    }

    private static Decision declined(String conversation, long atMillis) {
        return new Decision(conversation, atMillis, false);
    }
}
