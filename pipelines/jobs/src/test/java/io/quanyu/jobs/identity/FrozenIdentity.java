package io.quanyu.jobs.identity;

import static io.quanyu.jobs.identity.IdentityOperatorsTest.BOUGHT;
import static io.quanyu.jobs.identity.IdentityOperatorsTest.GAVE_PHONE;
import static io.quanyu.jobs.identity.IdentityOperatorsTest.forHub;
import static io.quanyu.jobs.identity.IdentityOperatorsTest.forOwner;
import static io.quanyu.jobs.identity.IdentityOperatorsTest.labelled;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.HeldBack;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.Frozen;
import io.quanyu.jobs.identity.Fact.Kind;
import io.quanyu.jobs.identity.hub.ForHub;
import io.quanyu.jobs.identity.label.Labelled;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The operators of the identity job. */
public final class FrozenIdentity {

    private static final long TEN = BOUGHT.firstSeenMillis();
    private static final long LATER = TEN + Duration.ofMinutes(1).toMillis();
    private static final Identifier CONTACT = new Identifier("external_userid", "corp", "wmLI");
    private static final Evidence CLAIMED = Evidence.seen(CONTACT, BOUGHT.left(), "claim", LATER, "e-claimed");
    private static final Fact WRONG = Fact.ruling(Kind.RETRACTED, GAVE_PHONE.key(), LATER, "e-ruled", LATER);

    private FrozenIdentity() {}

    public static Stream<Frozen<?>> operators() {
        Fact bought = Fact.seen(BOUGHT, TEN);
        Fact claimed = Fact.seen(CLAIMED, LATER);
        var blocked = new HeldBack(CLAIMED, HeldBack.Reason.BLOCKED, "the order is blocked");
        return Stream.of(
                frozen(
                        "watch-hub",
                        Operators::watchHub,
                        forHub(GAVE_PHONE, TEN),
                        new ForHub("shop", GAVE_PHONE.left().text(), WRONG)),
                frozen(
                        "draw-labels",
                        Operators::drawLabels,
                        new Addressed("shop", 1, 2, bought),
                        new Addressed("shop", 3, 2, claimed)),
                frozen(
                        "keep-member",
                        Operators::keepMember,
                        labelled(bought, 7),
                        new Labelled("shop", 1, 8, null, LATER)),
                frozen("resolve-label", Operators::resolveLabel, forOwner(bought, false), forOwner(claimed, false)),
                frozen(
                        "announce",
                        Operators::announce,
                        new Statement("shop", CONTACT.text(), "p1", false, TEN),
                        new Statement("shop", CONTACT.text(), "p2", false, LATER)),
                frozen(
                        "announce-conflict",
                        Operators::announceConflict,
                        ConflictChange.of("shop", blocked, TEN),
                        ConflictChange.over("shop", CLAIMED, LATER)));
    }

    /** It takes the same again after a restore, then something new. */
    private static <T> Frozen<?> frozen(
            String uid, Frozen.Opened<OneInputStreamOperatorTestHarness<T, ?>> operator, T before, T after) {
        return new Frozen<OneInputStreamOperatorTestHarness<T, ?>>(
                uid,
                operator,
                harness -> {
                    harness.processElement(before, 0);
                    harness.processWatermark(TEN);
                },
                harness -> {
                    harness.processElement(before, 0);
                    harness.processElement(after, 0);
                    harness.processWatermark(LATER);
                });
    }
}
