package io.quanyu.local.flink;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the sources of this process have read, as their own metrics tell at once. What they commit to Kafka tells it up to
 * ten seconds late: a source that waits for records sends its commit only when that wait is over.
 */
public final class SourcePositions implements MetricReporter {

    private static final String CURRENT_OFFSET = "currentOffset";
    private static final Map<Place, Gauge<?>> GAUGES = new ConcurrentHashMap<>();

    private record Place(String job, TopicPartition partition) {}

    /** Makes it; Flink finds this class by its name in META-INF/services. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new SourcePositions();
        }
    }

    /** The offset behind the last record that a job has read of a partition; empty before its first. */
    static OptionalLong next(JobID job, TopicPartition partition) {
        Gauge<?> gauge = GAUGES.get(new Place(job.toString(), partition));
        return gauge != null && gauge.getValue() instanceof Long last && last >= 0
                ? OptionalLong.of(last + 1)
                : OptionalLong.empty();
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (name.equals(CURRENT_OFFSET) && metric instanceof Gauge<?> gauge) {
            GAUGES.put(placeOf(group.getAllVariables()), gauge);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        if (name.equals(CURRENT_OFFSET) && metric instanceof Gauge<?> gauge) {
            GAUGES.remove(placeOf(group.getAllVariables()), gauge);
        }
    }

    private static Place placeOf(Map<String, String> variables) {
        String topic = String.valueOf(variables.get("<topic>"));
        int partition = Integer.parseInt(variables.getOrDefault("<partition>", "-1"));
        return new Place(String.valueOf(variables.get("<job_id>")), new TopicPartition(topic, partition));
    }
}
