package io.quanyu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanyu.bench.MadePerson.Sharing;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.jobs.identity.EvidenceSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final long SIZE = 30_000;
    private static final Workload WORKLOAD = Workload.of(1, SIZE, Sharing.SOME_PHONES_ARE_SHARED);

    @Test
    void hasAboutAsManyIdentifiersAsAskedFor() {
        assertThat((double) joined(WORKLOAD).identifiers()).isCloseTo(SIZE, Percentage.withPercentage(3));
    }

    @Test
    void isTheSameEachTime() {
        Workload again = Workload.of(1, SIZE, Sharing.SOME_PHONES_ARE_SHARED);
        assertThat(events(again)).isEqualTo(events(WORKLOAD));
        assertThat(events(Workload.of(2, SIZE, Sharing.SOME_PHONES_ARE_SHARED))).isNotEqualTo(events(WORKLOAD));
    }

    @Test
    void isReceivedInOrderAndAlwaysLinks() {
        long before = 0;
        for (EvidenceSeen seen : events(WORKLOAD)) {
            assertThat(seen.receivedAtMillis()).isGreaterThanOrEqualTo(before).isLessThan(WORKLOAD.endMillis());
            assertThat(seen.evidence()).anyMatch(one -> !one.isSighting());
            before = seen.receivedAtMillis();
        }
    }

    @Test
    void repeatsAndMerges() {
        Census census = Census.of(WORKLOAD, joined(WORKLOAD));
        assertThat((double) census.repeats() / census.links()).isCloseTo(0.4, within(0.1));
        assertThat((double) census.merges() / census.links()).isCloseTo(0.1, within(0.05));
    }

    @Test
    void sharesPhonesOnlyIfAskedTo() {
        assertThat(accountsOfBusiestPhone(Sharing.SOME_PHONES_ARE_SHARED)).isGreaterThan(5);
        assertThat(accountsOfBusiestPhone(Sharing.NO_PHONE_IS_SHARED)).isBetween(2L, 5L);
    }

    private static long accountsOfBusiestPhone(Sharing sharing) {
        return events(Workload.of(1, SIZE, sharing)).stream()
                .flatMap(seen -> seen.evidence().stream())
                .filter(one ->
                        one.left().type().equals("phone") || one.right().type().equals("phone"))
                .map(Evidence::key)
                .distinct()
                .collect(Collectors.groupingBy(
                        key -> key.replaceFirst(".*(phone\\|[^\\t]*).*", "$1"), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }

    private static UnionFind joined(Workload workload) {
        UnionFind people = new UnionFind();
        events(workload).forEach(people::add);
        return people;
    }

    private static List<EvidenceSeen> events(Workload workload) {
        List<EvidenceSeen> events = new ArrayList<>();
        for (long slot = 0; slot < workload.slots(); slot++) {
            EvidenceSeen seen = workload.at(slot);
            if (seen != null) {
                events.add(seen);
            }
        }
        return events;
    }
}
