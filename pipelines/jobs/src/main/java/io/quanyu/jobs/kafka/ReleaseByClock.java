package io.quanyu.jobs.kafka;

import io.quanyu.jobs.clock.Ticks;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.Partitioner;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Lets records of facts and ticks of the clock go on in the one order of the log, see {@link ClockGate}: a tick leaves as a watermark, behind all the
 * records that were there when it was said. The first input is parted by {@link ByPartition}, the second is a broadcast.
 *
 * <p>State: what waits, and how far each partition has come; of all tasks together, so that partitions can be shared anew.
 */
final class ReleaseByClock extends AbstractStreamOperator<Released>
        implements TwoInputStreamOperator<TopicRecord, Tick, Released> {

    /** Gives each partition of a topic to one task, those of a topic to different ones. */
    static final class ByPartition implements Partitioner<String> {

        private static final long serialVersionUID = 1L;

        @Override
        public int partition(String name, int tasks) {
            int number = name.lastIndexOf('/');
            return Math.floorMod(
                    name.substring(0, number).hashCode() + Integer.parseInt(name.substring(number + 1)), tasks);
        }
    }

    private static final long serialVersionUID = 1L;

    private transient ClockGate gate;
    private transient ListState<GateState> stored;

    /** Of the records of all partitions, and the ticks. */
    static DataStream<Released> of(DataStream<TopicRecord> records, DataStream<Tick> ticks) {
        return records.partitionCustom(
                        new ByPartition(),
                        record -> Through.partition(
                                record.position().topic(), record.position().partition()))
                .connect(ticks.broadcast())
                .transform("release by clock", TypeInformation.of(Released.class), new ReleaseByClock())
                .uid("release-by-clock")
                .setBufferTimeout(Ticks.PROMPT_MILLIS);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        stored = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("gate", TypeInformation.of(GateState.class)));
        var parted = new ByPartition();
        var task = getRuntimeContext().getTaskInfo();
        int tasks = task.getNumberOfParallelSubtasks();
        int own = task.getIndexOfThisSubtask();
        gate = new ClockGate(
                name -> parted.partition(name, tasks) == own,
                released -> output.collect(new StreamRecord<>(released)),
                millis -> output.emitWatermark(new Watermark(millis)));
        List<GateState> kept = new ArrayList<>();
        stored.get().forEach(kept::add);
        if (!kept.isEmpty()) {
            gate.restore(kept);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        GateState kept = gate.kept();
        stored.update(kept.equals(GateState.NOTHING) ? List.of() : List.of(kept));
    }

    @Override
    public void processElement1(StreamRecord<TopicRecord> record) {
        gate.record(record.getValue());
    }

    @Override
    public void processElement2(StreamRecord<Tick> tick) {
        gate.tick(tick.getValue());
    }

    /** Sources say nothing of time, except at the end of a test. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() == Long.MAX_VALUE) {
            super.processWatermark(mark);
        }
    }
}
