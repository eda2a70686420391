package io.quanyu.jobs;

import io.quanyu.contract.JobNames;
import io.quanyu.domain.alert.RoiPolicy;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.rule.RuleSet;
import io.quanyu.jobs.Generation.Audience;
import io.quanyu.jobs.channel.AlertChange;
import io.quanyu.jobs.channel.ChannelDayChange;
import io.quanyu.jobs.channel.ChannelJob;
import io.quanyu.jobs.channel.LiveCodeFact;
import io.quanyu.jobs.channel.SpendFact;
import io.quanyu.jobs.clock.Ticks;
import io.quanyu.jobs.customer.AccountFact;
import io.quanyu.jobs.customer.CustomerJob;
import io.quanyu.jobs.customer.RulesReleased;
import io.quanyu.jobs.environment.JobEnvironment;
import io.quanyu.jobs.environment.JobSettings;
import io.quanyu.jobs.iceberg.Lake;
import io.quanyu.jobs.identity.ConflictChange;
import io.quanyu.jobs.identity.EvidenceChange;
import io.quanyu.jobs.identity.EvidenceSeen;
import io.quanyu.jobs.identity.IdentityChange;
import io.quanyu.jobs.identity.IdentityJob;
import io.quanyu.jobs.identity.RulingSeen;
import io.quanyu.jobs.kafka.EventFacts;
import io.quanyu.jobs.kafka.Outgoing;
import io.quanyu.jobs.kafka.ReadFacts;
import io.quanyu.jobs.kafka.Topics;
import io.quanyu.jobs.settings.SettingsFile;
import java.io.Serializable;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Who is who, what is said of persons and of channels: three jobs in one graph and one checkpoint, so that what one tells the
 * other is told exactly once.
 *
 * <pre>
 *   event.* -> facts -+-> evidence, rulings -> IdentityJob -> dim.identity_evidence_change, dim.identity_conflict_change
 *                     |                                    v
 *                     |                               assignments -> dim.identity_change, identity.assignment
 *                     |                                    v
 *                     +-> account facts -------------> CustomerJob --> dws.profile_change, dws.tag_change
 *                     |                                    v
 *                     |                                 credits -----> dws.credit_change
 *                     |                                    v
 *                     +-> live codes, spend ----------> ChannelJob --> dws.channel_day_change, ads.alert
 *
 * </pre>
 */
public final class CustomerApplication {

    /** Name of the job, of its checkpoints' folder and, in {@link JobNames#group}, of its consumer group. */
    public static final String NAME = JobNames.CUSTOMER;

    private CustomerApplication() {}

    /** Everything that is decided. */
    record Decided(IdentityJob.Decided identity, CustomerJob.Changes customers, ChannelJob.Changes channels) {}

    /** Runs the job on the cluster that it is submitted to. The one argument is a settings file. */
    public static void main(String[] args) throws Exception {
        environment(SettingsFile.named(args).job(NAME), Generation.first()).execute();
    }

    /** The whole job, as an embedded cluster takes it. The tables must exist. */
    public static JobGraph graph(JobSettings settings, Generation generation) {
        return environment(settings, generation).getStreamGraph().getJobGraph();
    }

    /** The whole job, ready to execute. The tables must exist. */
    static StreamExecutionEnvironment environment(JobSettings settings, Generation generation) {
        String name = generation.name(NAME);
        StreamExecutionEnvironment environment = JobEnvironment.strict(name, settings.flink());
        environment.setBufferTimeout(Ticks.PATIENT_MILLIS);
        Topics topics = Topics.of(environment, settings.kafka(), JobNames.group(name));
        SingleOutputStreamOperator<EventFacts> facts = topics.facts(settings.clock());
        Decided decided = define(facts);
        append(decided, Lake.of(settings.lake()).where(Generation.COLUMN, generation.number()));
        if (generation.audience() == Audience.EVERYBODY) {
            topics.write(
                    decided.identity()
                            .assignments()
                            .map(Outgoing::assignment)
                            .uid("outgoing-assignments")
                            .name("outgoing assignments"),
                    "identity-assignment");
            topics.write(facts.getSideOutput(ReadFacts.REFUSED), "refused-rules");
        }
        return environment;
    }

    /**
     * Everything between the sources and the sinks.
     *
     * @param facts with the watermarks of the clock
     */
    static Decided define(DataStream<EventFacts> facts) {
        IdentityJob.Decided identity = IdentityJob.define(
                part(facts, "evidence", EvidenceSeen.class, EventFacts::evidence),
                part(facts, "rulings", RulingSeen.class, EventFacts::ruling),
                IdentityPolicy.standard());
        CustomerJob.Changes customers = CustomerJob.define(
                part(facts, "account-facts", AccountFact.class, EventFacts::account),
                identity.assignments(),
                part(facts, "rules", RulesReleased.class, EventFacts::rules),
                RuleSet.standard());
        ChannelJob.Changes channels = ChannelJob.define(
                customers.credits(),
                part(facts, "live-codes", LiveCodeFact.class, EventFacts::liveCode),
                part(facts, "spend", SpendFact.class, EventFacts::spend),
                RoiPolicy.standard());
        return new Decided(identity, customers, channels);
    }

    private static <T> DataStream<T> part(DataStream<EventFacts> facts, String name, Class<T> type, Part<T> part) {
        return facts.flatMap((EventFacts fact, Collector<T> out) -> {
                    T found = part.of(fact);
                    if (found != null) {
                        out.collect(found);
                    }
                })
                .returns(type)
                .uid(name)
                .name(name)
                .setBufferTimeout(Ticks.PROMPT_MILLIS);
    }

    /** What an event says of one subject; null if nothing. */
    @FunctionalInterface
    private interface Part<T> extends Serializable {
        @Nullable
        T of(EventFacts fact);
    }

    private static void append(Decided decided, Lake lake) {
        DataStream<IdentityChange> identities = decided.identity()
                .assignments()
                .map(IdentityChange::of)
                .uid("identity-changes")
                .name("identity changes");
        lake.append(identities, IdentityChange.class, "dim.identity_change");
        lake.append(decided.identity().evidence(), EvidenceChange.class, "dim.identity_evidence_change");
        lake.append(decided.identity().conflicts(), ConflictChange.class, "dim.identity_conflict_change");
        decided.customers().append(lake::append);
        lake.append(decided.channels().days(), ChannelDayChange.class, "dws.channel_day_change");
        lake.append(decided.channels().alerts(), AlertChange.class, "ads.alert");
    }
}
