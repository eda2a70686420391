package io.quanyu.jobs.identity;

import static io.quanyu.jobs.record.TextType.TEXT;

import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.jobs.clock.Ticks;
import io.quanyu.jobs.identity.hub.ForHub;
import io.quanyu.jobs.identity.hub.WatchHubOperator;
import io.quanyu.jobs.identity.label.DrawLabels;
import io.quanyu.jobs.identity.label.Labelled;
import io.quanyu.jobs.identity.label.ResolveLabel;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * What events say about who is who in, changes of who is who out.
 *
 * <pre>
 *   evidence, rulings
 *        |
 *   spread ---- ties of phones ----> watch hub (phone)          degree, expiry: open or closed
 *        |                                |
 *        +--------------&lt;-----------------+ open ties
 *        v
 *   draw labels (one task)     who may hang together: union-find over fingerprints
 *        v
 *   keep member (identifier)   the facts at home with it; moves them when its label changes
 *        v
 *   resolve label (label)      Components over all facts of the label: persons, conflicts
 *        v
 *   announce (identifier)      what is not as it was told
 * </pre>
 *
 * <p>No way leads back, so the clock's watermarks pass through all of it, and history is a function of facts and instants.
 */
public final class IdentityJob {

    public static final OutputTag<EvidenceChange> EVIDENCE =
            new OutputTag<>("evidence", TypeInformation.of(EvidenceChange.class));
    public static final OutputTag<ConflictChange> CONFLICTS =
            new OutputTag<>("conflicts", TypeInformation.of(ConflictChange.class));

    private IdentityJob() {}

    /**
     * What is said of who is who.
     *
     * @param assignments identifiers whose person is another
     * @param evidence that adds to what was known
     * @param conflicts evidence that is held back from now on, or no longer
     */
    public record Decided(
            DataStream<Assigned> assignments,
            DataStream<EvidenceChange> evidence,
            DataStream<ConflictChange> conflicts) {}

    /**
     * Everything between the sources and the sinks, so that a test can bring its own.
     *
     * @param evidence with the watermarks of the clock
     * @param rulings with the watermarks of the clock
     * @param policy what may be concluded; another one is for another state, since what was concluded stays
     */
    public static Decided define(
            DataStream<EvidenceSeen> evidence, DataStream<RulingSeen> rulings, IdentityPolicy policy) {
        SingleOutputStreamOperator<Addressed> spread =
                named(evidence.process(new SpreadEvidence(policy)), "spread-evidence");
        SingleOutputStreamOperator<Addressed> ruled =
                named(rulings.process(new SpreadRulings(policy)), "spread-rulings");
        SingleOutputStreamOperator<Addressed> opened = named(
                spread.getSideOutput(SpreadEvidence.HUBS)
                        .union(ruled.getSideOutput(SpreadEvidence.HUBS))
                        .keyBy(IdentityJob::key, HUB_KEY)
                        .transform("watch hub", TypeInformation.of(Addressed.class), new WatchHubOperator(policy)),
                "watch-hub");
        SingleOutputStreamOperator<Labelled> labelled = named(
                        spread.union(ruled, opened)
                                .transform("draw labels", TypeInformation.of(Labelled.class), new DrawLabels()),
                        "draw-labels")
                .setParallelism(1);
        SingleOutputStreamOperator<ForOwner> kept =
                named(labelled.keyBy(IdentityJob::key, MEMBER_KEY).process(new KeepMember(policy)), "keep-member");
        SingleOutputStreamOperator<Statement> stated = named(
                kept.union(labelled.getSideOutput(DrawLabels.DISSOLVED))
                        .keyBy(IdentityJob::key, MEMBER_KEY)
                        .process(new ResolveLabel(policy)),
                "resolve-label");
        return new Decided(
                announced(stated),
                opened.getSideOutput(EVIDENCE).union(kept.getSideOutput(EVIDENCE)),
                conflicts(opened, kept, stated));
    }

    private static final TypeInformation<Tuple2<String, String>> HUB_KEY = Types.TUPLE(TEXT, TEXT);
    private static final TypeInformation<Tuple2<String, Long>> MEMBER_KEY = Types.TUPLE(TEXT, Types.LONG);

    private static DataStream<Assigned> announced(DataStream<Statement> stated) {
        return named(
                stated.keyBy(statement -> statement.tenant() + '|' + statement.identifier(), TEXT)
                        .process(new Announce()),
                "announce");
    }

    private static DataStream<ConflictChange> conflicts(
            SingleOutputStreamOperator<?> opened,
            SingleOutputStreamOperator<?> kept,
            SingleOutputStreamOperator<?> stated) {
        return named(
                opened.getSideOutput(CONFLICTS)
                        .union(kept.getSideOutput(CONFLICTS), stated.getSideOutput(CONFLICTS))
                        .keyBy(ConflictChange::key, TEXT)
                        .process(new AnnounceConflict()),
                "announce-conflict");
    }

    private static Tuple2<String, String> key(ForHub in) {
        return Tuple2.of(in.tenant(), in.hub());
    }

    private static Tuple2<String, Long> key(Labelled in) {
        return Tuple2.of(in.tenant(), in.member());
    }

    private static Tuple2<String, Long> key(ForOwner in) {
        return Tuple2.of(in.tenant(), in.label());
    }

    private static <T> SingleOutputStreamOperator<T> named(SingleOutputStreamOperator<T> operator, String uid) {
        return operator.uid(uid).name(uid.replace('-', ' ')).setBufferTimeout(Ticks.PROMPT_MILLIS);
    }
}
