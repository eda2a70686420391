package io.quanyu.jobs.kafka;

import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
import io.quanyu.contract.UnreadableValue;
import io.quanyu.jobs.customer.RulesReleased;
import io.quanyu.jobs.metric.Tally;
import io.quanyu.rules.RuleRelease;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what stands on the topics of events and of rules as facts of the domain. Whatever bytes it meets, it goes on: what it cannot read leaves by
 * {@link #REFUSED} and is counted as {@code refused.<reason>}.
 */
public final class ReadFacts extends ProcessFunction<Released, EventFacts> {

    /** Dead letters about values that could not be read. The lake job refuses the same values, and counts them once. */
    public static final OutputTag<Outgoing> REFUSED = new OutputTag<>("refused", TypeInformation.of(Outgoing.class));

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ReadFacts.class);

    private transient Tally<Refusals.Reason> refused;

    ReadFacts() {}

    /** Of records of the topics {@link EventKinds#topics}, and of rules. */
    public static SingleOutputStreamOperator<EventFacts> of(DataStream<Released> records) {
        return records.process(new ReadFacts()).uid("read-facts").name("read facts");
    }

    @Override
    public void open(OpenContext context) {
        refused = Tally.of(getRuntimeContext().getMetricGroup(), "refused", Refusals.Reason.class);
    }

    @Override
    public void processElement(Released released, Context context, Collector<EventFacts> out) {
        TopicRecord stored = released.record();
        try {
            out.collect(facts(released));
        } catch (UnreadableValue e) {
            LOG.warn("{} cannot be read: {}", stored.position(), e.getMessage());
            refused.count(Refusals.Reason.UNREADABLE_EVENT);
            context.output(REFUSED, Outgoing.deadLetter(Refusals.unreadable(stored.position(), e)));
        }
    }

    private static EventFacts facts(Released released) throws UnreadableValue {
        TopicRecord stored = released.record();
        String topic = stored.position().topic();
        if (topic.equals(Topics.RULES)) {
            return rules(released);
        }
        EventKind kind = EventKinds.ofTopic(topic);
        EventFacts facts = DomainFacts.of(kind, kind.decode(stored.value()));
        return facts.countingFrom(released.dueMillis(facts.receivedAtMillis()));
    }

    /** Rules take force as soon as the clock can know of them, or later if they say so. */
    private static EventFacts rules(Released released) throws UnreadableValue {
        try {
            RuleRelease release = RuleRelease.parse(new String(released.record().value(), StandardCharsets.UTF_8));
            Long from = release.fromMillis();
            long at = released.dueMillis(from == null ? Long.MIN_VALUE : from);
            return EventFacts.ofRules(released.record().position().toString(), new RulesReleased(at, release.rules()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableValue(e);
        }
    }
}
