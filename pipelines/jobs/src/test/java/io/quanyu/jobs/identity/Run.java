package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.IdentityPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** What the whole identity job, on a cluster in this process, told of some steps. */
record Run(List<Assigned> assigned, List<EvidenceChange> evidence, List<ConflictChange> conflicts) {

    private static final Duration CHECKPOINTS = Duration.ofMillis(100);

    /** Something told, of one of three kinds; the others are null. */
    public record Told(Assigned assigned, EvidenceChange evidence, ConflictChange conflict) {}

    static Run of(List<Step> steps, int parallelism) throws Exception {
        return of(steps, parallelism, step -> step, 0);
    }

    /** With a function before everything else that may fail so many times, or tarry. */
    static Run of(List<Step> steps, int parallelism, MapFunction<Step, Step> first, int restarts) throws Exception {
        var strict = new Configuration()
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
                .set(PipelineOptions.OBJECT_REUSE, true)
                .set(CoreOptions.DEFAULT_PARALLELISM, parallelism)
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS)
                .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, restarts)
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        DataStream<Step> stepped = StreamExecutionEnvironment.getExecutionEnvironment(strict)
                .fromData(steps)
                .setParallelism(1)
                .uid("steps")
                .map(first)
                .returns(Step.class)
                .setParallelism(1)
                .uid("first")
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Step>forGenerator(context -> new Ticks()))
                .setParallelism(1)
                .uid("ticks");
        IdentityJob.Decided decided = IdentityJob.define(
                stepped.flatMap((Step step, Collector<EvidenceSeen> out) -> {
                            if (step.evidence() != null) {
                                out.collect(step.evidence());
                            }
                        })
                        .returns(EvidenceSeen.class)
                        .uid("evidence"),
                stepped.flatMap((Step step, Collector<RulingSeen> out) -> {
                            if (step.ruling() != null) {
                                out.collect(step.ruling());
                            }
                        })
                        .returns(RulingSeen.class)
                        .uid("rulings"),
                IdentityPolicy.standard());
        return told(decided);
    }

    /** The person of each identifier of a tenant after everything that was decided up to an instant. */
    Map<String, String> persons(String tenant, long asOfMillis) {
        Map<String, Assigned> newest = new HashMap<>();
        for (Assigned one : assigned) {
            if (one.tenant().equals(tenant) && one.atMillis() <= asOfMillis) {
                newest.merge(one.identifier(), one, (a, b) -> a.version() > b.version() ? a : b);
            }
        }
        Map<String, String> persons = new TreeMap<>();
        newest.forEach((identifier, one) -> persons.put(identifier, one.oneId()));
        return persons;
    }

    /** The reason of each piece of evidence that is held back after everything that was decided up to an instant. */
    Map<String, String> heldBack(String tenant, long asOfMillis) {
        Map<String, String> reasons = new TreeMap<>();
        for (ConflictChange one : conflicts) {
            if (one.tenant().equals(tenant) && one.validAtMillis() <= asOfMillis) {
                if (one.reason() == null) {
                    reasons.remove(one.key());
                } else {
                    reasons.put(one.key(), one.reason());
                }
            }
        }
        return reasons;
    }

    /** What is known of each tie of two identifiers. */
    Map<String, KnownTie> ties() {
        Map<String, KnownTie> ties = new TreeMap<>();
        for (EvidenceChange one : evidence) {
            KnownTie told = KnownTie.of(one);
            if (!told.isSighting()) {
                ties.merge(told.key(), told, KnownTie::merge);
            }
        }
        return ties;
    }

    /** The steps of all these graphs in any order, while the clock ticks; in the end it has passed them all. */
    static List<Step> steps(List<AnyGraph> graphs, Random order) {
        List<Step> steps = new ArrayList<>();
        List<List<Step>> arrivals = new ArrayList<>();
        graphs.forEach(graph -> arrivals.add(new ArrayList<>(graph.arrival(order))));
        long clock = AnyGraph.START - AnyGraph.MINUTE;
        while (!arrivals.isEmpty()) {
            List<Step> one = arrivals.get(order.nextInt(arrivals.size()));
            steps.add(one.remove(one.size() - 1));
            if (one.isEmpty()) {
                arrivals.remove(one);
            }
            if (order.nextInt(100) == 0 && clock < AnyGraph.NEXT_DAY - AnyGraph.MINUTE) {
                clock += order.nextInt(3) * AnyGraph.MINUTE;
                steps.add(Step.tick(clock));
            }
        }
        steps.add(Step.tick(AnyGraph.NEXT_DAY));
        steps.add(Step.tick(AnyGraph.YEARS_LATER));
        return steps;
    }

    private static Run told(IdentityJob.Decided decided) throws Exception {
        DataStream<Told> all = decided.assignments()
                .map(one -> new Told(one, null, null))
                .returns(Told.class)
                .uid("told-assigned")
                .union(
                        decided.evidence()
                                .map(one -> new Told(null, one, null))
                                .returns(Told.class)
                                .uid("told-evidence"),
                        decided.conflicts()
                                .map(one -> new Told(null, null, one))
                                .returns(Told.class)
                                .uid("told-conflict"));
        var run = new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (var told = all.executeAndCollect()) {
            told.forEachRemaining(run::take);
        }
        return run;
    }

    private void take(Told told) {
        if (told.assigned() != null) {
            assigned.add(told.assigned());
        } else if (told.evidence() != null) {
            evidence.add(told.evidence());
        } else {
            conflicts.add(told.conflict());
        }
    }

    /** Ticks are watermarks. */
    private static final class Ticks implements WatermarkGenerator<Step> {

        @Override
        public void onEvent(Step step, long timestamp, WatermarkOutput output) {
            if (step.tickMillis() > 0) {
                output.emitWatermark(new Watermark(step.tickMillis()));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }
}
