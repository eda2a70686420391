package io.quanyu.jobs.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.identity.HeldBack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The job comes to what {@link io.quanyu.domain.identity.Resolve} says, on any graph, whatever comes first, twice, late or after a crash. Each graph is
 * a tenant, so that thousands share a job. A failure names the tenant: {@code t} and its seed.
 *
 * <p>{@code -Pcampaign} plays all of it, {@code -Dcampaign.graphs=20000} more graphs, {@code -Dcampaign.seed=7} others, {@code
 * -Dcampaign.restarts=100} more crashes.
 */
class IdentityCampaignTest {

    private static final int GRAPHS = Integer.getInteger("campaign.graphs", 300);
    private static final int SEED = Integer.getInteger("campaign.seed", 1);
    private static final int RESTARTS = Integer.getInteger("campaign.restarts", 9);
    private static final int LEAST_RESTARTS = RESTARTS * 2 / 3;

    @Test
    @Timeout(1_800)
    void everyGraphEndsAsTheOracleSays() throws Exception {
        List<AnyGraph> graphs = graphs(GRAPHS);
        assertEqualToTheOracle(graphs, Run.of(Run.steps(graphs, new Random(SEED)), 4));
    }

    @Test
    @Timeout(600)
    void afterEveryCrashItEndsAsTheOracleSays() throws Exception {
        List<AnyGraph> graphs = graphs(GRAPHS / 2);
        Crash.happened.set(0);
        Run run = Run.of(Run.steps(graphs, new Random(SEED)), 3, new Crash(RESTARTS), RESTARTS);
        assertThat(Crash.happened.get()).isGreaterThanOrEqualTo(LEAST_RESTARTS);
        assertEqualToTheOracle(graphs, run);
        assertThat(run.assigned())
                .extracting(one -> one.tenant() + one.changeId())
                .doesNotHaveDuplicates();
    }

    /** Facts that come before the clock, in whatever order, under few ticks or many, on one task or several: the same history. */
    @Test
    @Timeout(600)
    void theHistoryDependsOnNothingButTheFacts() throws Exception {
        List<AnyGraph> graphs = graphs(GRAPHS / 4);
        List<Step> facts = Run.steps(graphs, new Random(SEED)).stream()
                .filter(step -> step.tickMillis() == 0)
                .toList();
        List<Step> others = Run.steps(graphs, new Random(SEED + 1)).stream()
                .filter(step -> step.tickMillis() == 0)
                .toList();
        Run oneTick = Run.of(with(facts, List.of(AnyGraph.YEARS_LATER)), 3);
        List<Long> minutes = LongStream.rangeClosed(0, AnyGraph.MINUTES)
                .mapToObj(minute -> AnyGraph.START + minute * AnyGraph.MINUTE)
                .toList();
        Run manyTicks = Run.of(with(others, minutes), 1);
        assertThat(history(manyTicks)).isEqualTo(history(oneTick));
    }

    private static List<AnyGraph> graphs(int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> AnyGraph.of(SEED * 1_000_000L + i))
                .toList();
    }

    private static void assertEqualToTheOracle(List<AnyGraph> graphs, Run run) {
        Map<String, Run> byTenant = new TreeMap<>();
        run.assigned().forEach(one -> part(byTenant, one.tenant()).assigned().add(one));
        run.evidence().forEach(one -> part(byTenant, one.tenant()).evidence().add(one));
        run.conflicts().forEach(one -> part(byTenant, one.tenant()).conflicts().add(one));
        for (AnyGraph graph : graphs) {
            Run part = part(byTenant, graph.tenant());
            Map<String, String> persons = new TreeMap<>();
            graph.resolution().oneIds().forEach((identifier, oneId) -> persons.put(identifier.text(), oneId));
            assertThat(part.persons(graph.tenant(), graph.endMillis()))
                    .as("persons of %s", graph.tenant())
                    .isEqualTo(persons);
            Map<String, String> heldBack = new TreeMap<>();
            for (HeldBack held : graph.resolution().heldBack()) {
                heldBack.put(
                        ConflictChange.of(graph.tenant(), held, 0).key(),
                        held.reason().name());
            }
            assertThat(part.heldBack(graph.tenant(), graph.endMillis()))
                    .as("held back of %s", graph.tenant())
                    .isEqualTo(heldBack);
            assertThat(part.ties()).as("evidence of %s", graph.tenant()).isEqualTo(KnownTie.of(graph.ties()));
        }
    }

    private static Run part(Map<String, Run> byTenant, String tenant) {
        return byTenant.computeIfAbsent(
                tenant, key -> new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    private static List<Step> with(List<Step> facts, List<Long> ticks) {
        List<Step> steps = new ArrayList<>(facts);
        ticks.forEach(tick -> steps.add(Step.tick(tick)));
        return steps;
    }

    /** Up to the last minute: beyond, the end of the stream lets everything expire. */
    private static List<Assigned> history(Run run) {
        return run.assigned().stream()
                .filter(one -> one.atMillis() <= AnyGraph.START + AnyGraph.MINUTES * AnyGraph.MINUTE)
                .sorted(Comparator.comparing(Assigned::tenant)
                        .thenComparing(Assigned::identifier)
                        .thenComparing(Assigned::version))
                .toList();
    }

    /** Fails now and then, each time after a checkpoint, until it has failed often enough. */
    private static final class Crash extends RichMapFunction<Step, Step> implements CheckpointListener {

        static final AtomicInteger happened = new AtomicInteger();

        private static final long serialVersionUID = 1L;

        private final int times;
        private transient int seen;
        private transient boolean checkpointed;

        Crash(int times) {
            this.times = times;
        }

        @Override
        public Step map(Step step) throws Exception {
            if (happened.get() < times) {
                seen++;
                if (seen % 2 == 0) {
                    Thread.sleep(1);
                }
                if (checkpointed && seen > 50) {
                    happened.incrementAndGet();
                    throw new IllegalStateException("A crash of the test");
                }
            }
            return step;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            checkpointed = true;
        }
    }
}
