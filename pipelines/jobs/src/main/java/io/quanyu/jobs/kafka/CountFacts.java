package io.quanyu.jobs.kafka;

import io.quanyu.jobs.kafka.TickDeserializer.Said;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Works out which facts were there when the clock ticked. A tick says so itself; of one that does not (ticks of before 2026-11-25, or of somebody
 * else), Kafka says which records were written up to its own time of writing. What is no longer on a topic when the job starts is not waited for,
 * nor what was never there, whatever a tick claims.
 */
final class CountFacts extends RichFlatMapFunction<Said, Tick> {

    private static final long serialVersionUID = 1L;
    private static final long PATIENCE_SECONDS = 60;

    private final Properties kafka;
    private final List<String> topics;
    private final String clock;

    private transient Admin admin;
    private transient List<TopicPartition> partitions;
    private transient Map<String, Long> begins;
    private transient Map<String, Long> ends;
    private transient long clockBegin;

    /**
     * Of the clock's topic and the topics of facts.
     *
     * @param kafka how to reach them
     */
    CountFacts(Properties kafka, List<String> topics, String clock) {
        this.kafka = kafka;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        admin = Admin.create(kafka);
        partitions = await(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        begins = offsets(OffsetSpec.earliest());
        ends = offsets(OffsetSpec.latest());
        var first = new TopicPartition(clock, 0);
        clockBegin = await(
                        admin.listOffsets(Map.of(first, OffsetSpec.earliest())).all())
                .get(first)
                .offset();
    }

    @Override
    public void flatMap(Said said, Collector<Tick> out) throws Exception {
        if (said.isATick()) {
            out.collect(tick(said));
        } else if (said.offset() == clockBegin) {
            // The first tick is then the one after it: there are no facts before that which a job has read already.
            clockBegin++;
        }
    }

    private Tick tick(Said said) throws Exception {
        Map<String, Long> counted =
                said.through() == null ? writtenUntil(said.writtenAtMillis()) : Through.parse(said.through());
        if (Through.exceeds(counted, ends)) {
            ends = offsets(OffsetSpec.latest());
        }
        return new Tick(
                said.millis(), said.offset(), said.offset() <= clockBegin, Through.within(counted, begins, ends));
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close();
        }
    }

    private Map<String, Long> writtenUntil(long millis) throws Exception {
        Map<String, Long> after = offsets(OffsetSpec.forTimestamp(millis + 1));
        Map<String, Long> now = after.containsValue(-1L) ? offsets(OffsetSpec.latest()) : Map.of();
        return after.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue() < 0 ? now.getOrDefault(entry.getKey(), 0L) : entry.getValue()));
    }

    private Map<String, Long> offsets(OffsetSpec which) throws Exception {
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                await(admin.listOffsets(partitions.stream().collect(Collectors.toMap(one -> one, one -> which)))
                        .all());
        return answer.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> Through.partition(
                                entry.getKey().topic(), entry.getKey().partition()),
                        entry -> entry.getValue().offset()));
    }

    private static <T> T await(KafkaFuture<T> answer)
            throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
