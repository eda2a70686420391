package io.quanyu.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.jobs.customer.BatchCount.Total;
import io.quanyu.jobs.identity.Assigned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Profiles and credits come to what a batch over all facts comes to, order by order, to the fen. A failure names its seed. */
class MerchantMonthTest {

    @RepeatedTest(300)
    void profilesAndCreditsAreThoseOfABatchOverAllFacts(RepetitionInfo repetition) throws Exception {
        long seed = repetition.getCurrentRepetition();
        MerchantMonth month = MerchantMonth.of(seed);
        BatchCount batch = BatchCount.of(month);
        try (Chain chain = Chain.open()) {
            play(month, new Random(seed), chain);

            Map<String, ProfileChange> profiles = newest(chain.profiles());
            batch.byPerson().forEach((person, total) -> assertThat(told(profiles.get(person)))
                    .as("profile of %s", person)
                    .isEqualTo(cut(total)));
            assertThat(profiles.values().stream()
                            .filter(ProfileChange::live)
                            .mapToLong(ProfileChange::orderCount)
                            .sum())
                    .as("every order once")
                    .isEqualTo(batch.byPerson().values().stream()
                            .mapToLong(Total::orders)
                            .sum());
            for (String model : List.of("first", "last", "linear")) {
                assertThat(creditsOfOrders(chain, model)).as(model).isEqualTo(batch.byOrder());
                assertThat(creditsOfPersons(chain, model)).as(model).isEqualTo(revenues(batch));
            }
        }
    }

    /** In any order, some of it twice and late, with a crash in the middle. */
    static void play(MerchantMonth month, Random random, Chain chain) throws Exception {
        List<Object> arrivals = new ArrayList<>(month.arrivals());
        arrivals.addAll(month.arrivals().subList(0, 10));
        Collections.shuffle(arrivals, random);
        int half = random.nextInt(arrivals.size());
        for (int i = 0; i < arrivals.size(); i++) {
            if (i == half) {
                chain.tick(MerchantMonth.FIRST + random.nextInt(30) * 86_400_000L);
                chain.restore();
            }
            if (arrivals.get(i) instanceof AccountFact fact) {
                chain.bring(fact);
            } else {
                chain.assign((Assigned) arrivals.get(i));
            }
        }
        chain.tick(MerchantMonth.END);
    }

    private static Map<String, ProfileChange> newest(List<ProfileChange> changes) {
        Map<String, ProfileChange> newest = new TreeMap<>();
        changes.forEach(change -> newest.merge(change.oneId(), change, (a, b) -> a.version() > b.version() ? a : b));
        return newest;
    }

    private static Total told(ProfileChange profile) {
        return new Total(profile.orderCount(), profile.paidOrderCount(), profile.paidFen(), profile.netRevenueFen());
    }

    private static Total cut(Total total) {
        return new Total(total.orders(), total.paidOrders(), total.paidFen(), Math.max(0, total.netFen()));
    }

    private static Map<String, Long> creditsOfOrders(Chain chain, String model) {
        Map<String, Long> sums = new TreeMap<>();
        for (CreditChange change : chain.credits()) {
            if (change.model().equals(model) && !change.source().equals("unlinked_refund")) {
                sums.merge(change.orderId(), change.deltaFen(), Long::sum);
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static Map<String, Long> creditsOfPersons(Chain chain, String model) {
        Map<String, Long> sums = new TreeMap<>();
        for (CreditChange change : chain.credits()) {
            if (change.model().equals(model)) {
                sums.merge(change.oneId(), change.deltaFen(), Long::sum);
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static Map<String, Long> revenues(BatchCount batch) {
        Map<String, Long> revenues = new TreeMap<>();
        batch.byPerson().forEach((person, total) -> {
            if (total.netFen() > 0) {
                revenues.put(person, total.netFen());
            }
        });
        return revenues;
    }
}
