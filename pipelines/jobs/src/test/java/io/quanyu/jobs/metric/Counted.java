package io.quanyu.jobs.metric;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;

/** What an operator of a test counts beside what Flink counts. */
public final class Counted {

    private final Map<String, Counter> counters = new TreeMap<>();

    /** An environment for the operator. */
    public MockEnvironment environment() {
        var registry = TestingMetricRegistry.builder()
                .setRegisterConsumer(this::register)
                .build();
        var task = TaskManagerMetricGroup.createTaskManagerMetricGroup(registry, "here", ResourceID.generate())
                .addJob(new JobID(), "job")
                .addTask(ExecutionAttemptID.randomId(), "task");
        return new MockEnvironmentBuilder().setMetricGroup(task).build();
    }

    /** Counts by {@code <exit>.<REASON>}, without those that are 0. */
    public Map<String, Long> byReason() {
        var counts = new TreeMap<String, Long>();
        counters.forEach((name, counter) -> {
            if (counter.getCount() != 0) {
                counts.put(name, counter.getCount());
            }
        });
        return counts;
    }

    private void register(Metric metric, String name, AbstractMetricGroup<?> group) {
        // Flink's own are counted one floor up, and are not in capitals.
        if (metric instanceof Counter counter && name.equals(name.toUpperCase(Locale.ROOT))) {
            String[] scope = group.getScopeComponents();
            counters.put(scope[scope.length - 1] + "." + name, counter);
        }
    }
}
