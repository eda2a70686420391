package io.quanyu.jobs.io;

import io.quanyu.jobs.io.EventTopic.UnreadableValue;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads what stands on event topics as facts of the domain. Whatever bytes it meets, it goes on: what it cannot read leaves by
 * {@link #REFUSED}.
 */
public final class ReadFacts extends ProcessFunction<Released, EventFacts> {

    /** Dead letters about values that could not be read. The lake job refuses the same values, and counts them once. */
    public static final OutputTag<Outgoing> REFUSED = new OutputTag<>("refused", TypeInformation.of(Outgoing.class));

    private static final long serialVersionUID = 1L;

    ReadFacts() {}

    /** Of records of the topics {@link EventTopic#events}. */
    public static SingleOutputStreamOperator<EventFacts> of(DataStream<Released> records) {
        return records.process(new ReadFacts()).uid("read-facts").name("read facts");
    }

    @Override
    public void processElement(Released released, Context context, Collector<EventFacts> out) {
        TopicRecord stored = released.record();
        EventTopic topic = EventTopic.ofTopic(stored.position().topic());
        try {
            EventFacts facts = DomainFacts.of(topic, topic.decode(stored.value()));
            out.collect(facts.countingFrom(released.dueMillis(facts.receivedAtMillis())));
        } catch (UnreadableValue e) {
            context.output(REFUSED, Outgoing.deadLetter(Refusals.unreadable(stored.position(), e)));
        }
    }
}
