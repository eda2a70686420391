package io.quanyu.jobs.lake;

import io.quanyu.contract.EventHead;
import io.quanyu.contract.StoredTopic;
import io.quanyu.contract.StoredTopics;
import io.quanyu.events.DeadLetter;
import io.quanyu.events.Source;
import io.quanyu.ingest.Position;
import io.quanyu.jobs.iceberg.StoredEvent;
import io.quanyu.jobs.kafka.OwnValues;
import io.quanyu.jobs.kafka.RefusedValue;
import io.quanyu.jobs.kafka.TopicRecord;
import io.quanyu.jobs.metric.Tally;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds id and home of what stands on a topic of {@link StoredTopics}. What cannot be read, or is absurd, becomes a dead letter of its own,
 * so nothing stops the job and nothing is lost; it is counted as {@code refused.<reason>}.
 */
public final class ReadStored extends RichMapFunction<TopicRecord, StoredEvent> {

    private static final long serialVersionUID = 1L;

    private transient Tally<RefusedValue.Reason> refused;

    ReadStored() {}

    /** Of records of the topics {@link StoredTopics#names}. */
    public static DataStream<StoredEvent> of(DataStream<TopicRecord> records) {
        return records.map(new ReadStored()).uid("read-stored").name("read stored");
    }

    @Override
    public void open(OpenContext context) {
        refused = Tally.of(getRuntimeContext().getMetricGroup(), "refused", RefusedValue.Reason.class);
    }

    @Override
    public StoredEvent map(TopicRecord stored) {
        return read(stored, refused);
    }

    static StoredEvent read(TopicRecord stored, Tally<RefusedValue.Reason> refused) {
        Position position = stored.position();
        StoredTopic topic = StoredTopics.named(position.topic());
        try {
            SpecificRecordBase value = OwnValues.read(topic, stored.value());
            return value instanceof DeadLetter letter
                    ? of(letter, position, stored.value())
                    : event(topic, value, position, stored.value());
        } catch (RefusedValue e) {
            refused.count(e.reason());
            DeadLetter letter = e.letter(position);
            return of(letter, position, StoredTopics.DEAD_LETTER.encode(letter));
        }
    }

    private static StoredEvent event(StoredTopic topic, SpecificRecordBase event, Position position, byte[] value) {
        EventHead head = EventHead.of(event);
        return new StoredEvent(
                topic.topic(),
                head.eventId(),
                head.tenant(),
                head.receivedAt().toEpochMilli(),
                position,
                position((Source) event.get("source")),
                value);
    }

    private static StoredEvent of(DeadLetter letter, Position position, byte[] value) {
        Position refused = new Position(
                letter.getSource().getTopic(),
                letter.getSource().getPartition(),
                letter.getSource().getOffset());
        return new StoredEvent(
                StoredTopics.DEAD_LETTER.topic(),
                refused + "#" + letter.getItem(),
                letter.getTenant(),
                letter.getReceivedAt().toEpochMilli(),
                position,
                refused,
                value);
    }

    private static @Nullable Position position(@Nullable Source source) {
        return source == null ? null : new Position(source.getTopic(), source.getPartition(), source.getOffset());
    }
}
