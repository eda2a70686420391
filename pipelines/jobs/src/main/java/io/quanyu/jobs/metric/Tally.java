package io.quanyu.jobs.metric;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts what an operator does not simply pass on, by the reason, as Flink metrics {@code <exit>.<REASON>} of that operator, for
 * example {@code refused.MALFORMED}. A count begins at 0 with every start of a task.
 *
 * @param <R> the reasons
 */
public final class Tally<R extends Enum<R>> {

    private final Map<R, Counter> counters;

    private Tally(Map<R, Counter> counters) {
        this.counters = counters;
    }

    /**
     * To be called in {@code open}: every reason is there from the start, so that 0 is told from "not counted".
     *
     * @param exit what happens to the counted, for example {@code refused}, {@code dropped} or {@code heldBack}
     */
    public static <R extends Enum<R>> Tally<R> of(MetricGroup operator, String exit, Class<R> reasons) {
        MetricGroup group = operator.addGroup(exit);
        var counters = new EnumMap<R, Counter>(reasons);
        for (R reason : reasons.getEnumConstants()) {
            counters.put(reason, group.counter(reason.name()));
        }
        return new Tally<>(counters);
    }

    public void count(R reason) {
        counters.get(reason).inc();
    }
}
