package io.quanyu.facts;

import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.avro.specific.SpecificRecordBase;

/** Which class reads which kind of event: ours, and those that {@link MoreFacts} on the class path add. */
final class FactsByKind {

    private static final List<KindFacts<?>> OURS = List.of(
            new KindFacts<>(EventKinds.ORDER, OrderChanged.class, OrderFacts::of),
            new KindFacts<>(EventKinds.REFUND, RefundChanged.class, RefundFacts::of),
            new KindFacts<>(EventKinds.MESSAGE, MessageSent.class, MessageFacts::of),
            new KindFacts<>(EventKinds.CONTACT, ContactChanged.class, ContactFacts::of),
            new KindFacts<>(EventKinds.SCAN, LiveCodeScanned.class, ScanFacts::of),
            new KindFacts<>(EventKinds.BEHAVIOR, Behaved.class, BehaviorFacts::of),
            new KindFacts<>(EventKinds.COUPON, CouponChanged.class, CouponFacts::of),
            new KindFacts<>(EventKinds.SPEND, SpendReported.class, SpendFacts::of),
            new KindFacts<>(EventKinds.LIVE_CODE, LiveCodeDefined.class, LiveCodeFacts::of),
            new KindFacts<>(EventKinds.RULING, IdentityRuled.class, RulingFacts::of));

    private static final Map<String, KindFacts<?>> BY_KIND =
            with(ServiceLoader.load(MoreFacts.class, FactsByKind.class.getClassLoader()));

    private FactsByKind() {}

    static Content content(EventKind kind, SpecificRecordBase event) {
        KindFacts<?> facts = BY_KIND.get(kind.name());
        return facts == null ? Content.NOTHING : facts.of(event);
    }

    /** Ours and these. One kind that is read in two ways is refused. */
    static Map<String, KindFacts<?>> with(Iterable<MoreFacts> others) {
        Map<String, KindFacts<?>> byKind = new HashMap<>();
        OURS.forEach(facts -> add(facts, byKind));
        others.forEach(more -> more.facts().forEach(facts -> add(facts, byKind)));
        return Map.copyOf(byKind);
    }

    private static void add(KindFacts<?> facts, Map<String, KindFacts<?>> byKind) {
        if (byKind.put(facts.kind().name(), facts) != null) {
            throw new IllegalArgumentException("Events of kind " + facts.kind().name()
                    + " are read in two ways: leave out one of them (MoreFacts)");
        }
    }
}
