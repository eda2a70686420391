package io.quanyu.jobs.kafka;

import io.quanyu.contract.ClockTopic;
import io.quanyu.contract.EventKinds;
import io.quanyu.jobs.clock.Ticks;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * The Kafka topics, as one job reads and writes them.
 *
 * <p>A source commits its offsets to the job's consumer group with every checkpoint, so that anybody can see how far the job
 * is. Topics are named, never found by pattern, and must exist before the job starts.
 */
public final class Topics {

    /** The topic of released rules, one partition: {@link io.quanyu.rules.RuleRelease}. */
    public static final String RULES = "rules";

    /** The broker lets a reader wait for a record for so long: a reader that ends may have to wait for the rest of it. */
    private static final Duration ANSWERED_AFTER = Duration.ofSeconds(1);

    private final StreamExecutionEnvironment environment;
    private final KafkaSettings settings;
    private final String group;

    private Topics(StreamExecutionEnvironment environment, KafkaSettings settings, String group) {
        this.environment = environment;
        this.settings = settings;
        this.group = group;
    }

    /**
     * Topics as a job sees them.
     *
     * @param group its consumer group, for example {@code quanyu-lake}
     */
    public static Topics of(StreamExecutionEnvironment environment, KafkaSettings settings, String group) {
        return new Topics(environment, settings, group);
    }

    /**
     * Records as they stand, without watermarks. A job without state starts where its group has read to, a new group at the
     * beginning, so nothing is read twice that a lost checkpoint had counted.
     */
    @SuppressWarnings("deprecation") // The connector takes no other type.
    public DataStream<TopicRecord> records(List<String> topics, String uid) {
        KafkaSource<TopicRecord> source = gathering(topics)
                .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                .build();
        return environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), uid)
                .uid(uid);
    }

    /**
     * Canonical events as facts of the domain, with the watermarks of the clock: each behind all facts that were there when the clock
     * ticked. A job without state starts at the beginning: what it derives needs every fact.
     *
     * @param time whose time the clock says
     * @return the facts; the side output {@link ReadFacts#REFUSED} has dead letters about rules
     */
    public SingleOutputStreamOperator<EventFacts> facts(ClockTime time) {
        KafkaSource<TopicRecord> events = gathering(factTopics())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .build();
        KafkaSource<TickDeserializer.Said> clock = source(new TickDeserializer(time), List.of(ClockTopic.NAME))
                .setStartingOffsets(OffsetsInitializer.earliest())
                .build();
        DataStream<TopicRecord> records = environment
                .fromSource(events, WatermarkStrategy.noWatermarks(), "events")
                .uid("events");
        DataStream<Tick> ticks = environment
                .fromSource(clock, WatermarkStrategy.noWatermarks(), ClockTopic.NAME)
                .uid(ClockTopic.NAME)
                .setParallelism(1)
                .flatMap(new CountFacts(kafka(), factTopics(), ClockTopic.NAME))
                .uid("count-facts")
                .name("count facts")
                .setParallelism(1)
                .setBufferTimeout(Ticks.PROMPT_MILLIS);
        return ReadFacts.of(ReleaseByClock.of(records, ticks));
    }

    /** Writes each value to its topic, at least once: readers drop repeats by the ids in the values. */
    public void write(DataStream<Outgoing> values, String uid) {
        KafkaSink<Outgoing> sink = KafkaSink.<Outgoing>builder()
                .setKafkaProducerConfig(settings.producerProperties())
                .setBootstrapServers(settings.bootstrapServers())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new OutgoingSerializer())
                .build();
        values.sinkTo(sink).uid(uid).name(uid);
    }

    /** Topics of what persons and channels are judged by. A tick of the clock counts all of them. */
    public static List<String> factTopics() {
        return Stream.concat(EventKinds.topics().stream(), Stream.of(RULES)).toList();
    }

    private Properties kafka() {
        var properties = new Properties();
        properties.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        return properties;
    }

    private KafkaSourceBuilder<TopicRecord> gathering(List<String> topics) {
        return source(new TopicRecordDeserializer(), topics)
                .setProperty(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, GatherABit.class.getName());
    }

    private <T> KafkaSourceBuilder<T> source(KafkaRecordDeserializationSchema<T> deserializer, List<String> topics) {
        return KafkaSource.<T>builder()
                .setProperties(settings.clientProperties())
                .setBootstrapServers(settings.bootstrapServers())
                .setGroupId(group)
                .setClientIdPrefix(group + "-" + topics.get(0))
                .setTopics(topics)
                .setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, String.valueOf(ANSWERED_AFTER.toMillis()))
                .setDeserializer(deserializer);
    }
}
