package io.quanyu.jobs.kafka;

import io.quanyu.ingest.Position;
import io.quanyu.jobs.record.RecordType;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What stands at one position of a topic, not yet understood.
 *
 * @param headers as UTF-8 text; of several of one name the last
 * @param value not copied, so nobody may change it; empty if the record has none
 */
@SuppressWarnings("ArrayRecordComponent") // A record is told from others by its position, never by its bytes.
@TypeInfo(RecordType.Factory.class)
public record TopicRecord(Position position, Map<String, String> headers, byte[] value) {}
