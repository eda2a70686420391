package io.quanyu.domain.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.customer.AnyFacts;
import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Fragment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What must hold of tags whatever the facts are. A failure names its seed: the repetition number. */
class TagsLawsTest {

    /** Past the last fact and the longest window. */
    private static final int GRID_DAYS = AnyFacts.DAYS + 380;

    @RepeatedTest(200)
    void nothingChangesBeforeTheNextReviewAndSomethingChangesAtIt(RepetitionInfo repetition) {
        Customer customer = new AnyFacts(repetition.getCurrentRepetition()).customer();

        Judgement before = Tags.judge(customer, AnyFacts.FIRST_DAY - 1);
        for (int day = 0; day < GRID_DAYS; day++) {
            long now = AnyFacts.FIRST_DAY + day * AnyFacts.DAY;
            Judgement after = Tags.judge(customer, now);
            if (before.nextReviewMillis() > now) {
                assertThat(values(after)).as("at day %d", day).isEqualTo(values(before));
                assertThat(after.nextReviewMillis()).isEqualTo(before.nextReviewMillis());
            } else {
                assertThat(before.nextReviewMillis()).isEqualTo(now);
                assertThat(values(after)).as("reviewed at day %d", day).isNotEqualTo(values(before));
                assertThat(values(Tags.judge(customer, now - 1))).isEqualTo(values(before));
            }
            before = after;
        }
        assertThat(before.nextReviewMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @RepeatedTest(200)
    void aStandingTagBeganWhenItSays(RepetitionInfo repetition) {
        Customer customer = new AnyFacts(repetition.getCurrentRepetition()).customer();

        for (int day = 0; day < GRID_DAYS; day += 17) {
            for (TagState state : Tags.judge(customer, AnyFacts.FIRST_DAY + day * AnyFacts.DAY)
                    .tags()) {
                if (state.stands()) {
                    assertThat(state(customer, state.tag(), state.sinceMillis()))
                            .isEqualTo(state.value());
                    assertThat(state(customer, state.tag(), state.sinceMillis() - 1))
                            .isNotEqualTo(state.value());
                    assertThat(state.witnesses()).isNotEmpty();
                }
            }
        }
    }

    @RepeatedTest(200)
    void neitherOrderNorRepeatsNorAccountsOfTheFactsMatter(RepetitionInfo repetition) {
        AnyFacts any = new AnyFacts(repetition.getCurrentRepetition());
        List<Fragment> facts = any.fragments(25);
        Customer oneAccount = any.dealt(List.of(AnyFacts.unionOf(facts)));

        for (int day = 0; day < GRID_DAYS; day += 40) {
            long now = AnyFacts.FIRST_DAY + day * AnyFacts.DAY;
            Judgement dealt = Tags.judge(any.dealt(facts), now);
            Judgement whole = Tags.judge(oneAccount, now);
            assertThat(dealt.tags()).isEqualTo(whole.tags());
            assertThat(dealt.nextReviewMillis()).isEqualTo(whole.nextReviewMillis());
        }
    }

    private static List<String> values(Judgement judgement) {
        return judgement.tags().stream()
                .map(state -> state.tag() + "=" + state.value() + since(state))
                .toList();
    }

    /** Of a person who is awake nobody knows for how long: only the last message is kept. */
    private static String since(TagState state) {
        return state.tag().equals("dormant") && !state.stands() ? "" : " since " + state.sinceMillis();
    }

    private static @Nullable String state(Customer customer, String tag, long asOf) {
        return Tags.judge(customer, asOf).tags().stream()
                .filter(state -> state.tag().equals(tag))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
