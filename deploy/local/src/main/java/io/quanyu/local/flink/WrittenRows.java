package io.quanyu.local.flink;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** How many rows the jobs of this process have made for the lake, as their own metrics tell. */
public final class WrittenRows implements MetricReporter {

    private static final String RECORDS = "numRecordsIn";

    /** What the name of an operator ends with that makes the rows of a table. */
    private static final String MAKES_ROWS = " rows";

    private static final Map<Metric, String> JOBS = new ConcurrentHashMap<>();

    /** Makes it; Flink finds this class by its name in META-INF/services. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new WrittenRows();
        }
    }

    /** Since its tasks began, over all tables of a job. */
    static long of(JobID job) {
        return JOBS.entrySet().stream()
                .filter(counter -> counter.getValue().equals(job.toString()))
                .mapToLong(counter -> ((Counter) counter.getKey()).getCount())
                .sum();
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        Map<String, String> variables = group.getAllVariables();
        if (name.equals(RECORDS)
                && metric instanceof Counter
                && variables.getOrDefault("<operator_name>", "").endsWith(MAKES_ROWS)) {
            JOBS.put(metric, String.valueOf(variables.get("<job_id>")));
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        JOBS.remove(metric);
    }
}
