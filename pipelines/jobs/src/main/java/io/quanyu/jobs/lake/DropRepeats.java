package io.quanyu.jobs.lake;

import io.quanyu.contract.StoredTopic;
import io.quanyu.contract.StoredTopics;
import io.quanyu.jobs.iceberg.StoredEvent;
import io.quanyu.jobs.metric.Dropped;
import io.quanyu.jobs.metric.Tally;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets the first delivery of an event through, to the side output of its {@link #first table}, and gives out the others as
 * repeats, counted as {@code dropped.REPEAT}. Keyed by {@link StoredEvent#key}.
 *
 * <p>State per event: one flag, dropped {@value #DAYS} days of wall time after it was written. That bounds the state; it is
 * no rule of the business.
 */
final class DropRepeats extends KeyedProcessFunction<String, StoredEvent, EventRepeat> {

    static final int DAYS = 7;

    private static final long serialVersionUID = 1L;

    private static final Map<String, OutputTag<StoredEvent>> FIRST = StoredTopics.all().stream()
            .collect(Collectors.toUnmodifiableMap(
                    StoredTopic::topic,
                    topic -> new OutputTag<>(topic.table(), TypeInformation.of(StoredEvent.class))));

    private transient ValueState<Boolean> seen;
    private transient Tally<Dropped> dropped;

    /** The exit of first deliveries for the table of one topic. */
    static OutputTag<StoredEvent> first(String home) {
        return FIRST.get(home);
    }

    @Override
    public void open(OpenContext context) {
        // The name is part of every savepoint: renaming it lets all repeats through.
        var descriptor = new ValueStateDescriptor<>("seen", Types.BOOLEAN);
        descriptor.enableTimeToLive(
                StateTtlConfig.newBuilder(Duration.ofDays(DAYS)).build());
        seen = getRuntimeContext().getState(descriptor);
        dropped = Tally.of(getRuntimeContext().getMetricGroup(), "dropped", Dropped.class);
    }

    @Override
    public void processElement(StoredEvent event, Context context, Collector<EventRepeat> repeats) throws Exception {
        if (seen.value() != null) {
            dropped.count(Dropped.REPEAT);
            repeats.collect(EventRepeat.of(event));
            return;
        }
        seen.update(true);
        context.output(first(event.home()), event);
    }
}
