package io.quanyu.jobs.kafka;

import io.quanyu.jobs.record.RecordType;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * The clock says what time it is, and which facts were there when it said so.
 *
 * @param millis what time it is, epoch milliseconds
 * @param number its offset on the clock's topic
 * @param first whether the topic has none before it
 * @param through end offset of each partition of facts by its {@link Through#partition name}; one that is not named had nothing
 */
@TypeInfo(RecordType.Factory.class)
public record Tick(long millis, long number, boolean first, Map<String, Long> through) {

    long through(String partition) {
        return through.getOrDefault(partition, 0L);
    }

    Tick at(long millis) {
        return new Tick(millis, number, first, through);
    }
}
