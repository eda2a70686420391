package io.quanyu.jobs.ingest;

import io.quanyu.contract.EventKinds;
import io.quanyu.domain.consent.Consents;
import io.quanyu.domain.consent.Decision;
import io.quanyu.events.ContactChange;
import io.quanyu.events.ContactChanged;
import io.quanyu.events.MessageAction;
import io.quanyu.events.MessageSent;
import io.quanyu.jobs.kafka.Outgoing;
import io.quanyu.jobs.metric.Dropped;
import io.quanyu.jobs.metric.Tally;
import io.quanyu.jobs.record.RecordType;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text out of messages of customers who declined the archive of their chats, and lets everything else pass: that a message was sent
 * is no secret, what it says is. Keyed by tenant and customer.
 *
 * <p>Counts texts that it takes out as {@code dropped.DECLINED}. A text that comes before the refusal that it was sent after has gone.
 *
 * <p>State per customer who ever decided: the {@link Consents}.
 */
final class WithholdText extends KeyedProcessFunction<String, Outgoing, Outgoing> {

    private static final long serialVersionUID = 1L;

    private transient ValueState<Consents> consents;
    private transient Tally<Dropped> dropped;

    @Override
    public void open(OpenContext context) {
        consents = getRuntimeContext().getState(new ValueStateDescriptor<>("consents", RecordType.of(Consents.class)));
        dropped = Tally.of(getRuntimeContext().getMetricGroup(), "dropped", Dropped.class);
    }

    /** Of messages, and of contacts that may say that a customer agrees. */
    static boolean concerns(String kind) {
        return kind.equals(EventKinds.MESSAGE.name()) || kind.equals(EventKinds.CONTACT.name());
    }

    @Override
    public void processElement(Outgoing event, Context context, Collector<Outgoing> out) throws Exception {
        if (event.topic().equals(EventKinds.CONTACT.topic())) {
            hear((ContactChanged) EventKinds.CONTACT.decode(event.value()));
            out.collect(event);
        } else {
            out.collect(kept(event, (MessageSent) EventKinds.MESSAGE.decode(event.value())));
        }
    }

    private void hear(ContactChanged contact) throws Exception {
        if (contact.getChange() == ContactChange.CONSENTED) {
            add(new Decision(
                    conversation(contact.getStaff(), null),
                    contact.getOccurredAt().toEpochMilli(),
                    true));
        }
    }

    private Outgoing kept(Outgoing event, MessageSent message) throws Exception {
        String conversation = conversation(message.getStaff(), message.getRoom());
        long atMillis = message.getOccurredAt().toEpochMilli();
        MessageAction action = message.getAction();
        if (action == MessageAction.CONSENTED || action == MessageAction.DECLINED) {
            add(new Decision(conversation, atMillis, action == MessageAction.CONSENTED));
        }
        Consents known = consents.value();
        if (message.getText() == null || known == null || !known.areDeclinedAt(atMillis, conversation)) {
            return event;
        }
        dropped.count(Dropped.DECLINED);
        message.setText(null);
        return Outgoing.event(EventKinds.MESSAGE.name(), Objects.requireNonNull(event.key()), message);
    }

    private void add(Decision decision) throws Exception {
        Consents before = Objects.requireNonNullElse(consents.value(), Consents.NONE);
        Consents after = before.with(decision);
        if (!after.equals(before)) {
            consents.update(after);
        }
    }

    private static String conversation(@Nullable String staff, @Nullable String room) {
        return room != null ? "room:" + room : staff != null ? "staff:" + staff : "";
    }
}
