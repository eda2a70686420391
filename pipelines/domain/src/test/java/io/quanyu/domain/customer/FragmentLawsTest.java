package io.quanyu.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The algebra that lets the jobs ignore arrival order. A failure names its seed: the repetition number. */
class FragmentLawsTest {

    @RepeatedTest(300)
    void mergeIsASemilattice(RepetitionInfo repetition) {
        AnyFacts any = new AnyFacts(repetition.getCurrentRepetition());
        Fragment a = AnyFacts.unionOf(any.fragments(12));
        Fragment b = AnyFacts.unionOf(any.fragments(12));
        Fragment c = AnyFacts.unionOf(any.fragments(12));

        assertThat(a.merge(b)).as("commutative").isEqualTo(b.merge(a));
        assertThat(a.merge(b).merge(c)).as("associative").isEqualTo(a.merge(b.merge(c)));
        assertThat(a.merge(a)).as("idempotent").isEqualTo(a);
        assertThat(a.merge(Fragment.EMPTY)).as("identity").isEqualTo(a);
        assertThat(Fragment.EMPTY.merge(a)).as("identity from the left").isEqualTo(a);
    }

    @RepeatedTest(300)
    void aPersonIsTheSameHoweverTheFactsAreDealtToAccounts(RepetitionInfo repetition) {
        AnyFacts any = new AnyFacts(repetition.getCurrentRepetition());
        var facts = any.fragments(30);

        Customer once = any.dealt(facts);
        Customer again = any.dealt(facts);

        assertThat(again.orders()).isEqualTo(once.orders());
        assertThat(again.touches()).isEqualTo(once.touches());
        assertThat(Profile.of("p", again, List.of())).isEqualTo(Profile.of("p", once, List.of()));
    }

    @RepeatedTest(300)
    void netRevenueNeverExceedsWhatWasPaidAndNeverFallsBelowZero(RepetitionInfo repetition) {
        Customer customer = new AnyFacts(repetition.getCurrentRepetition()).customer();

        long paid = customer.paidOrders().stream().mapToLong(Order::paidFen).sum();
        assertThat(customer.netRevenueFen()).isBetween(0L, paid);
        assertThat(customer.orders())
                .allSatisfy(order -> assertThat(order.netFen()).isBetween(0L, order.paidFen()));
        assertThat(customer.orders()).extracting(Order::order).doesNotHaveDuplicates();
    }
}
