package io.quanyu.jobs.kafka;

import io.quanyu.jobs.record.RecordType;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What a {@link ClockGate} keeps.
 *
 * @param passedMillis instant of the last tick that passed, epoch milliseconds; {@link Long#MIN_VALUE} before the first
 * @param ticks that are known and have not passed
 * @param positions the offset after the last record that came, by the {@link Through#partition name} of the partition
 * @param held records that wait for the tick after them
 */
@TypeInfo(RecordType.Factory.class)
public record GateState(long passedMillis, List<Tick> ticks, Map<String, Long> positions, List<TopicRecord> held) {

    /** Of a gate that has seen nothing. */
    static final GateState NOTHING = new GateState(Long.MIN_VALUE, List.of(), Map.of(), List.of());
}
