package io.quanyu.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.attribution.AttributionPolicy;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.rule.RuleSet;
import io.quanyu.domain.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/**
 * How long events wait while everybody is judged again. A few persons in each build; a million with {@code -Dsweep.persons=1000000}, which prints
 * what events waited before and during the sweep: an event that comes just when a slice begins, so the worst case for each.
 */
class RuleSweepLoadTest {

    private static final int PERSONS = Integer.getInteger("sweep.persons", 2_000);
    private static final int EVENTS = 2_000;
    private static final long PAID = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final long RELEASED = PAID + Duration.ofDays(10).toMillis();

    @Test
    void everybodyIsJudgedAgainBetweenEvents() throws Exception {
        try (var persons = Chain.persons()) {
            persons.open();
            for (int i = 0; i < PERSONS; i++) {
                persons.processElement1(bought(i, 1), 0);
                persons.processElement1(bought(i, 2), 0);
                if (i % 10_000 == 0) {
                    pass(persons, PAID);
                }
            }
            pass(persons, PAID);
            long[] before = waits(persons, EVENTS);

            persons.processElement2(new RulesReleased(RELEASED, rules()), 0);
            long begin = System.nanoTime();
            persons.processBothWatermarks(new Watermark(RELEASED));
            long listed = System.nanoTime() - begin;
            int tagged = drain(persons);
            long[] during = waits(persons, EVENTS);
            tagged += drain(persons);
            while (tagged < PERSONS) {
                persons.setProcessingTime(persons.getProcessingTime() + 10);
                int more = drain(persons);
                tagged += more;
                assertThat(more)
                        .as("a slice after which nobody is left, of " + tagged)
                        .isPositive();
            }
            long swept = System.nanoTime() - begin;

            assertThat(tagged).isEqualTo(PERSONS);
            System.out.printf(
                    "%,d persons: listed in %.1f ms, swept in %.1f s of work; an event waits p50 %.2f p99 %.2f max %.2f ms before,"
                            + " p50 %.2f p99 %.2f max %.2f ms during the sweep%n",
                    PERSONS,
                    listed / 1e6,
                    swept / 1e9,
                    at(before, 0.5),
                    at(before, 0.99),
                    at(before, 1),
                    at(during, 0.5),
                    at(during, 0.99),
                    at(during, 1));
        }
    }

    private static long[] waits(
            KeyedTwoInputStreamOperatorTestHarness<String, Contribution, RulesReleased, Void> persons, int events)
            throws Exception {
        long[] nanos = new long[events];
        for (int i = 0; i < events; i++) {
            long begin = System.nanoTime();
            persons.setProcessingTime(persons.getProcessingTime() + 10);
            persons.processElement1(bought(i % PERSONS, 1), 0);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
    }

    private static void pass(
            KeyedTwoInputStreamOperatorTestHarness<String, Contribution, RulesReleased, Void> persons, long millis)
            throws Exception {
        persons.processBothWatermarks(new Watermark(millis));
        drain(persons);
    }

    /** How many persons have the released tag since it was last asked. */
    private static int drain(
            KeyedTwoInputStreamOperatorTestHarness<String, Contribution, RulesReleased, Void> persons) {
        var tags = persons.getSideOutput(Statements.TAGS.tag());
        int entered = tags == null
                ? 0
                : (int) tags.stream()
                        .filter(row -> row.getValue().tag().equals("returning_buyer"))
                        .count();
        for (Statement<?, ?> statement : Statements.ALL) {
            var rows = persons.getSideOutput(statement.tag());
            if (rows != null) {
                rows.clear();
            }
        }
        persons.getOutput().clear();
        return entered;
    }

    private static Contribution bought(int person, int order) {
        String id = person + "-" + order;
        var version = new OrderVersion(
                "e" + id, "youzan|1|" + id, 1, Fulfilment.PAID, PAID, PAID, null, 12_900L, null, null, null, PAID);
        return new Contribution(
                "shop",
                "p" + person,
                "yz_open_id|youzan:1|a" + person,
                Fragment.of(version),
                false,
                PAID,
                order,
                "e" + id);
    }

    private static RuleSet rules() {
        return new RuleSet(
                2,
                Stream.concat(Tags.CODES.stream(), Stream.of("returning_buyer")).toList(),
                AttributionPolicy.standard());
    }
}
