package io.quanyu.jobs.ingest;

import io.quanyu.contract.JobNames;
import io.quanyu.ingest.door.Source;
import io.quanyu.ingest.door.Sources;
import io.quanyu.jobs.environment.JobEnvironment;
import io.quanyu.jobs.environment.JobSettings;
import io.quanyu.jobs.kafka.Outgoing;
import io.quanyu.jobs.kafka.TopicRecord;
import io.quanyu.jobs.kafka.Topics;
import io.quanyu.jobs.record.TextType;
import io.quanyu.jobs.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Payloads of {@code raw.*} in, canonical events on {@code event.*} and refusals on {@code dead-letter} out. */
public final class IngestJob {

    /** Name of the job, of its checkpoints' folder and, in {@link JobNames#group}, of its consumer group. */
    public static final String NAME = JobNames.INGEST;

    private IngestJob() {}

    /** Topics of payloads, one for each source. */
    public static List<String> topics() {
        return Sources.all().values().stream().map(Source::topic).toList();
    }

    /** Runs the job on the cluster that it is submitted to. The one argument is a settings file. */
    public static void main(String[] args) throws Exception {
        SettingsFile file = SettingsFile.named(args);
        environment(file.job(NAME), file.tenantKeys()).execute();
    }

    /** The whole job, as an embedded cluster takes it. */
    public static JobGraph graph(JobSettings settings, Path keys) {
        return environment(settings, keys).getStreamGraph().getJobGraph();
    }

    /**
     * The whole job, ready to execute.
     *
     * @param keys folder of the tenants' keys, with which phones are hashed, as every TaskManager sees it
     */
    static StreamExecutionEnvironment environment(JobSettings settings, Path keys) {
        StreamExecutionEnvironment environment = JobEnvironment.strict(NAME, settings.flink());
        Topics topics = Topics.of(environment, settings.kafka(), JobNames.group(NAME));
        topics.write(define(topics.records(topics(), "raw"), keys), "events-and-dead-letters");
        return environment;
    }

    /** Everything between source and sink. */
    static DataStream<Outgoing> define(DataStream<TopicRecord> payloads, Path keys) {
        SingleOutputStreamOperator<Outgoing> ingested = payloads.process(new IngestPayloads(keys))
                .uid("ingest-payloads")
                .name("ingest payloads");
        DataStream<Outgoing> conversations = ingested.getSideOutput(IngestPayloads.CONVERSATIONS)
                .keyBy(Outgoing::key, TextType.TEXT)
                .process(new WithholdText())
                .uid("withhold-text")
                .name("withhold text");
        return ingested.union(conversations);
    }
}
