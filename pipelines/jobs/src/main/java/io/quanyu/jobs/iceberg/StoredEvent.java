package io.quanyu.jobs.iceberg;

import io.quanyu.ingest.Position;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * An event or dead letter on its way into its table, still as bytes.
 *
 * @param home the {@link io.quanyu.contract.StoredTopic topic} whose table keeps it; not that of {@code position} if it could not be read there
 * @param id the same for every delivery: the event id; for a dead letter the place of what was refused
 * @param tenant the merchant; empty if unknown
 * @param receivedAtMillis when Quanyu received the payload, epoch milliseconds
 * @param position where it was read
 * @param raw where its raw payload stands; null if it did not come through a raw topic
 * @param value Avro in single-object encoding, of the schema of {@code home}
 */
@SuppressWarnings("ArrayRecordComponent") // Events are compared by id.
@TypeInfo(RecordType.Factory.class)
public record StoredEvent(
        String home,
        String id,
        String tenant,
        long receivedAtMillis,
        Position position,
        @Nullable Position raw,
        byte[] value) {

    /** What a repeat has in common with the first delivery. Two merchants may have one id. */
    public String key() {
        return home + '|' + tenant + '|' + id;
    }
}
