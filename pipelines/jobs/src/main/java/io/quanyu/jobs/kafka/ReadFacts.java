package io.quanyu.jobs.kafka;

import io.quanyu.contract.Bounds;
import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
import io.quanyu.jobs.customer.RulesReleased;
import io.quanyu.jobs.kafka.RefusedValue.Reason;
import io.quanyu.jobs.metric.Tally;
import io.quanyu.rules.RuleRelease;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
 * Reads what stands on the topics of events and of rules as facts of the domain. Whatever bytes it meets, it goes on: what it cannot read, or is
 * absurd, is counted as {@code refused.<reason>}, and what nobody else tells of leaves by {@link #REFUSED}.
 */
public final class ReadFacts extends ProcessFunction<Released, EventFacts> {

    /** Dead letters about rules. The lake job reads no rules; of events it refuses the same, and writes their dead letters. */
    public static final OutputTag<Outgoing> REFUSED = new OutputTag<>("refused", TypeInformation.of(Outgoing.class));

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ReadFacts.class);

    private transient Tally<Reason> refused;

    ReadFacts() {}

    /** Of records of the topics {@link EventKinds#topics}, and of rules. */
    public static SingleOutputStreamOperator<EventFacts> of(DataStream<Released> records) {
        return records.process(new ReadFacts()).uid("read-facts").name("read facts");
    }

    @Override
    public void open(OpenContext context) {
        refused = Tally.of(getRuntimeContext().getMetricGroup(), "refused", Reason.class);
    }

    @Override
    public void processElement(Released released, Context context, Collector<EventFacts> out) {
        TopicRecord stored = released.record();
        try {
            out.collect(facts(released));
        } catch (RefusedValue e) {
            LOG.warn("{} is refused as {}: {}", stored.position(), e.reason(), e.getMessage());
            refused.count(e.reason());
            if (isOfRules(stored)) {
                context.output(REFUSED, Outgoing.deadLetter(e.letter(stored.position())));
            }
        }
    }

    private static boolean isOfRules(TopicRecord stored) {
        return stored.position().topic().equals(Topics.RULES);
    }

    private static EventFacts facts(Released released) throws RefusedValue {
        TopicRecord stored = released.record();
        if (isOfRules(stored)) {
            return rules(released);
        }
        EventKind kind = EventKinds.ofTopic(stored.position().topic());
        EventFacts facts = DomainFacts.of(kind, OwnValues.read(kind.stored(), stored.value()));
        return facts.countingFrom(released.dueMillis(facts.receivedAtMillis()));
    }

    /** Rules take force as soon as the clock can know of them, or later if they say so. */
    private static EventFacts rules(Released released) throws RefusedValue {
        try {
            RuleRelease release = RuleRelease.parse(new String(released.record().value(), StandardCharsets.UTF_8));
            Long from = release.fromMillis();
            if (from != null && !Bounds.isTime(Instant.ofEpochMilli(from))) {
                throw new RefusedValue(Reason.ABSURD_EVENT, "from is absurd: the time " + Instant.ofEpochMilli(from));
            }
            long at = released.dueMillis(from == null ? Long.MIN_VALUE : from);
            return EventFacts.ofRules(released.record().position().toString(), new RulesReleased(at, release.rules()));
        } catch (IllegalArgumentException e) {
            throw new RefusedValue(Reason.UNREADABLE_EVENT, String.valueOf(e.getMessage()));
        }
    }
}
