package io.quanyu.contract;

import static io.quanyu.contract.EventKind.ofPersons;
import static io.quanyu.contract.EventKind.ofThings;

import io.quanyu.events.Behaved;
import io.quanyu.events.ContactChanged;
import io.quanyu.events.CouponChanged;
import io.quanyu.events.IdentityRuled;
import io.quanyu.events.LiveCodeDefined;
import io.quanyu.events.LiveCodeScanned;
import io.quanyu.events.MessageSent;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.RefundChanged;
import io.quanyu.events.SpendReported;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** All kinds of events that this platform knows: ours, and those that {@link MoreEventKinds} on the class path add. */
public final class EventKinds {

    public static final EventKind ORDER = ofPersons("order", "dwd.order_changed", OrderChanged.class);
    public static final EventKind REFUND = ofPersons("refund", "dwd.refund_changed", RefundChanged.class);
    public static final EventKind MESSAGE = ofPersons("message", "dwd.message_sent", MessageSent.class);
    public static final EventKind CONTACT = ofPersons("contact", "dwd.contact_changed", ContactChanged.class);
    public static final EventKind SCAN = ofPersons("scan", "dwd.live_code_scanned", LiveCodeScanned.class);
    public static final EventKind BEHAVIOR = ofPersons("behavior", "dwd.behaved", Behaved.class);
    public static final EventKind COUPON = ofPersons("coupon", "dwd.coupon_changed", CouponChanged.class);
    public static final EventKind SPEND = ofThings("spend", "dwd.spend_reported", SpendReported.class);
    public static final EventKind LIVE_CODE = ofThings("live_code", "dwd.live_code_defined", LiveCodeDefined.class);
    public static final EventKind RULING = ofThings("ruling", "dwd.identity_ruled", IdentityRuled.class);

    private static final List<EventKind> ALL =
            with(ServiceLoader.load(MoreEventKinds.class, EventKinds.class.getClassLoader()));

    private EventKinds() {}

    public static List<EventKind> all() {
        return ALL;
    }

    /** Names of the topics of all kinds. */
    public static List<String> topics() {
        return ALL.stream().map(EventKind::topic).toList();
    }

    /**
     * The kind of a name.
     *
     * @param name for example "order"
     * @throws IllegalArgumentException if there is none
     */
    public static EventKind named(String name) {
        return ofTopic(EventKind.TOPICS + name);
    }

    /**
     * The kind whose events a topic holds.
     *
     * @throws IllegalArgumentException if the topic is not that of a kind
     */
    public static EventKind ofTopic(String topic) {
        return ALL.stream()
                .filter(kind -> kind.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Topic " + topic + " holds no events: the topics that do are " + topics()));
    }

    /** Ours and these. A name or a table that two kinds have would mix their events, so it is refused. */
    static List<EventKind> with(Iterable<MoreEventKinds> others) {
        List<EventKind> all = new ArrayList<>(
                List.of(ORDER, REFUND, MESSAGE, CONTACT, SCAN, BEHAVIOR, COUPON, SPEND, LIVE_CODE, RULING));
        others.forEach(more -> all.addAll(more.kinds()));
        Set<String> taken = new HashSet<>();
        for (EventKind kind : all) {
            if (!taken.add(kind.topic()) || !taken.add(kind.table())) {
                throw new IllegalArgumentException("Two kinds of events are called " + kind.name() + " or kept in "
                        + kind.table() + ": each needs a name and a table of its own (MoreEventKinds)");
            }
        }
        return List.copyOf(all);
    }
}
