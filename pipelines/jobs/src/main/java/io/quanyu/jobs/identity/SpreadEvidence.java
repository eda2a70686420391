package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.jobs.identity.hub.ForHub;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends each piece of evidence where it is at home: a tie of an identifier that several people may share to that
 * {@link #HUBS hub}, anything else to a member.
 *
 * <p>Ties that may not join at once, or never, do not bring their ends together, so each end is sent by itself as well. Ends that this
 * task sent lately are not sent again: a saving only, nothing follows from what it remembers.
 */
final class SpreadEvidence extends ProcessFunction<EvidenceSeen, Addressed> {

    static final OutputTag<ForHub> HUBS = new OutputTag<>("hubs", TypeInformation.of(ForHub.class));

    private static final int REMEMBERED = 100_000;

    private static final long serialVersionUID = 1L;

    private final IdentityPolicy policy;
    private transient Map<String, Map<Identifier, Long>> sent;

    SpreadEvidence(IdentityPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void open(OpenContext context) {
        sent = new HashMap<>();
    }

    @Override
    public void processElement(EvidenceSeen seen, Context context, Collector<Addressed> out) {
        Set<Identifier> tied = new HashSet<>();
        for (Evidence evidence : seen.evidence()) {
            if (!evidence.isSighting() && spread(seen, evidence, context, out)) {
                tied.add(evidence.left());
                tied.add(evidence.right());
            }
        }
        for (Evidence evidence : seen.evidence()) {
            sight(seen, evidence, evidence.left(), tied, out);
            sight(seen, evidence, evidence.right(), tied, out);
        }
    }

    /** Whether it brings its ends together at once, so that neither need be sent by itself. */
    private boolean spread(EvidenceSeen seen, Evidence evidence, Context context, Collector<Addressed> out) {
        long at = seen.receivedAtMillis();
        if (policy.heldForItself(evidence).isPresent()) {
            out.collect(Home.alone(seen.tenant(), evidence, policy, Fact.held(evidence, at)));
            return false;
        }
        Identifier hub = policy.hub(evidence);
        if (hub != null) {
            context.output(HUBS, new ForHub(seen.tenant(), hub.text(), Fact.seen(evidence, at)));
            return false;
        }
        out.collect(Home.address(seen.tenant(), evidence, policy, Fact.seen(evidence, at)));
        return true;
    }

    private void sight(
            EvidenceSeen seen,
            Evidence evidence,
            Identifier identifier,
            Set<Identifier> tied,
            Collector<Addressed> out) {
        Map<Identifier, Long> known = sent.computeIfAbsent(seen.tenant(), tenant -> new Latest());
        Long before = known.get(identifier);
        if (tied.contains(identifier) || (before != null && before <= evidence.firstSeenMillis())) {
            return;
        }
        known.put(identifier, evidence.firstSeenMillis());
        long home = Fingerprint.of(identifier);
        Fact fact = Fact.sighting(identifier, evidence, seen.receivedAtMillis());
        out.collect(new Addressed(seen.tenant(), home, home, fact));
    }

    /** Keeps the identifiers used last. */
    private static final class Latest extends LinkedHashMap<Identifier, Long> {

        private static final long serialVersionUID = 1L;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Identifier, Long> eldest) {
            return size() > REMEMBERED;
        }
    }
}
