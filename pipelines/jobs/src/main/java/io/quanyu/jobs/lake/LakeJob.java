package io.quanyu.jobs.lake;

import static io.quanyu.jobs.record.TextType.TEXT;

import io.quanyu.contract.JobNames;
import io.quanyu.contract.StoredTopic;
import io.quanyu.contract.StoredTopics;
import io.quanyu.jobs.environment.JobEnvironment;
import io.quanyu.jobs.environment.JobSettings;
import io.quanyu.jobs.iceberg.Lake;
import io.quanyu.jobs.iceberg.StoredEvent;
import io.quanyu.jobs.kafka.TopicRecord;
import io.quanyu.jobs.kafka.Topics;
import io.quanyu.jobs.settings.SettingsFile;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Events and dead letters in, the tables {@code dwd.*} and {@code ods.*} out.
 *
 * <pre>
 *   event.*, dead-letter -> read stored -> [by event] drop repeats -+-> dwd.order_changed
 *                                                                  +-> ...
 *                                                                  +-> ods.dead_letter
 *                                                                  +-> ods.event_repeat
 * </pre>
 */
public final class LakeJob {

    /** Name of the job, of its checkpoints' folder and, in {@link JobNames#group}, of its consumer group. */
    public static final String NAME = JobNames.LAKE;

    /** Table of what was left out. */
    static final String REPEATS = "ods.event_repeat";

    private LakeJob() {}

    /** Runs the job on the cluster that it is submitted to. The one argument is a settings file. */
    public static void main(String[] args) throws Exception {
        environment(SettingsFile.named(args).job(NAME)).execute();
    }

    /** The whole job, as an embedded cluster takes it. The tables must exist. */
    public static JobGraph graph(JobSettings settings) {
        return environment(settings).getStreamGraph().getJobGraph();
    }

    /** The whole job, ready to execute. The tables must exist. */
    static StreamExecutionEnvironment environment(JobSettings settings) {
        StreamExecutionEnvironment environment = JobEnvironment.strict(NAME, settings.flink());
        // Rows are seen with the next checkpoint, which drives them through: nobody need look after them before.
        environment.setBufferTimeout(ExecutionOptions.DISABLED_NETWORK_BUFFER_TIMEOUT);
        Topics topics = Topics.of(environment, settings.kafka(), JobNames.group(NAME));
        connect(topics.records(StoredTopics.names(), "stored"), Lake.of(settings.lake()));
        return environment;
    }

    /** Everything behind the source. */
    static void connect(DataStream<TopicRecord> records, Lake lake) {
        SingleOutputStreamOperator<EventRepeat> repeats = define(records);
        for (StoredTopic home : StoredTopics.all()) {
            lake.append(repeats.getSideOutput(DropRepeats.first(home.topic())), home);
        }
        lake.append(repeats, EventRepeat.class, REPEATS);
    }

    /**
     * Everything between source and sinks.
     *
     * @return the repeats; the side outputs {@link DropRepeats#first} have the first deliveries
     */
    static SingleOutputStreamOperator<EventRepeat> define(DataStream<TopicRecord> records) {
        DataStream<StoredEvent> stored = ReadStored.of(records);
        return stored.keyBy(StoredEvent::key, TEXT)
                .process(new DropRepeats())
                .uid("drop-repeats")
                .name("drop repeats");
    }
}
