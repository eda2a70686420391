package io.quanyu.local.flink;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** How many persons the jobs of this process have still to judge by rules that took force, as their own metrics tell. */
public final class Sweeps implements MetricReporter {

    /** Gauge of the operator that judges persons. */
    private static final String LEFT = "sweepLeft";

    private static final Map<Metric, String> JOBS = new ConcurrentHashMap<>();

    /** Makes it; Flink finds this class by its name in META-INF/services. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new Sweeps();
        }
    }

    /** Over all tasks of a job. */
    static long left(JobID job) {
        return JOBS.entrySet().stream()
                .filter(gauge -> gauge.getValue().equals(job.toString()))
                .mapToLong(gauge -> ((Number) ((Gauge<?>) gauge.getKey()).getValue()).longValue())
                .sum();
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (name.equals(LEFT)) {
            JOBS.put(metric, String.valueOf(group.getAllVariables().get("<job_id>")));
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        JOBS.remove(metric);
    }
}
