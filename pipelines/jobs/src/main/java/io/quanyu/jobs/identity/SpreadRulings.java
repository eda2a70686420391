package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.identity.Ruling;
import io.quanyu.jobs.identity.Fact.Kind;
import io.quanyu.jobs.identity.hub.ForHub;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Sends a ruling about evidence where the evidence is at home, and one about an identifier to that identifier. */
final class SpreadRulings extends ProcessFunction<RulingSeen, Addressed> {

    private static final long serialVersionUID = 1L;

    private final IdentityPolicy policy;

    SpreadRulings(IdentityPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void processElement(RulingSeen seen, Context context, Collector<Addressed> out) {
        Ruling ruling = seen.ruling();
        switch (ruling.kind()) {
            case BLOCK -> out.collect(aboutIdentifier(seen, Kind.BLOCKED));
            case UNBLOCK -> out.collect(aboutIdentifier(seen, Kind.UNBLOCKED));
            case RETRACT -> retract(seen, context, out);
        }
    }

    private static Addressed aboutIdentifier(RulingSeen seen, Kind kind) {
        long home = Fingerprint.of(Identifier.parse(seen.ruling().target()));
        return new Addressed(seen.tenant(), home, home, fact(seen, kind));
    }

    private void retract(RulingSeen seen, Context context, Collector<Addressed> out) {
        Fact fact = fact(seen, Kind.RETRACTED);
        Evidence evidence = fact.evidence();
        if (evidence.isSighting()) {
            return; // That something was seen ties nobody, and stays true.
        }
        Identifier hub = policy.hub(evidence);
        if (hub != null) {
            context.output(SpreadEvidence.HUBS, new ForHub(seen.tenant(), hub.text(), fact));
        } else {
            out.collect(Home.alone(seen.tenant(), evidence, policy, fact));
        }
    }

    private static Fact fact(RulingSeen seen, Kind kind) {
        Ruling ruling = seen.ruling();
        return Fact.ruling(kind, ruling.target(), ruling.atMillis(), ruling.eventId(), seen.receivedAtMillis());
    }
}
