package io.quanyu.jobs.lake;

import io.quanyu.ingest.Position;
import io.quanyu.jobs.iceberg.StoredEvent;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * An event or dead letter that was left out because the same one is in the lake already: a row of {@code ods.event_repeat}.
 *
 * @param eventId for a dead letter the place of what was refused
 */
@TypeInfo(RecordType.Factory.class)
public record EventRepeat(
        String kafkaTopic,
        int kafkaPartition,
        long kafkaOffset,
        String eventId,
        String tenant,
        long receivedAtMillis,
        @Nullable String rawTopic,
        @Nullable Integer rawPartition,
        @Nullable Long rawOffset) {

    static EventRepeat of(StoredEvent event) {
        Position position = event.position();
        Position raw = event.raw();
        return new EventRepeat(
                position.topic(),
                position.partition(),
                position.offset(),
                event.id(),
                event.tenant(),
                event.receivedAtMillis(),
                raw == null ? null : raw.topic(),
                raw == null ? null : raw.partition(),
                raw == null ? null : raw.offset());
    }
}
