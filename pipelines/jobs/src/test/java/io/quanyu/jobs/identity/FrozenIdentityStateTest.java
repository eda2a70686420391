package io.quanyu.jobs.identity;

import static io.quanyu.jobs.identity.IdentityOperatorsTest.BOUGHT;
import static io.quanyu.jobs.identity.IdentityOperatorsTest.GAVE_PHONE;
import static io.quanyu.jobs.identity.IdentityOperatorsTest.forHub;
import static io.quanyu.jobs.identity.IdentityOperatorsTest.forOwner;
import static io.quanyu.jobs.identity.IdentityOperatorsTest.labelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.HeldBack;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.identity.Fact.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State that a released version wrote is read by this one, and each operator goes on where it was: {@code <n>.bin} is the
 * state, {@code <n>.then} what the operator says next.
 */
class FrozenIdentityStateTest {

    private static final Path STATES = Path.of("src/test/resources/state");
    private static final long TEN = BOUGHT.firstSeenMillis();
    private static final long LATER = TEN + Duration.ofMinutes(1).toMillis();
    private static final Identifier CONTACT = new Identifier("external_userid", "corp", "wmLI");
    private static final Evidence CLAIMED = Evidence.seen(CONTACT, BOUGHT.left(), "claim", LATER, "e-claimed");
    private static final Fact WRONG = Fact.ruling(Kind.RETRACTED, GAVE_PHONE.key(), LATER, "e-ruled", LATER);

    /**
     * An operator with what it took before its state was frozen, and what it takes afterwards.
     *
     * @param name its uid
     */
    private record Frozen<T>(String name, Opened<T> operator, T before, T after) {

        void freeze(Path file) throws Exception {
            try (OneInputStreamOperatorTestHarness<T, ?> harness = operator.open()) {
                harness.open();
                harness.processElement(before, 0);
                harness.processWatermark(TEN);
                OperatorSnapshotUtil.writeStateHandle(harness.snapshot(1, 1), file.toString());
            }
        }

        List<Object> resume(Path file) throws Exception {
            try (OneInputStreamOperatorTestHarness<T, ?> harness = operator.open()) {
                harness.initializeState(OperatorSnapshotUtil.readStateHandle(file.toString()));
                harness.open();
                harness.processElement(before, 0);
                harness.processElement(after, 0);
                harness.processWatermark(LATER);
                return new ArrayList<>(harness.extractOutputValues());
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private interface Opened<T> {
        OneInputStreamOperatorTestHarness<T, ?> open() throws Exception;
    }

    @ParameterizedTest
    @MethodSource("frozenStates")
    void goesOnWhereItWas(Frozen<?> frozen, Path state) throws Exception {
        assertThat(frozen.resume(state).toString())
                .isEqualTo(Files.readString(then(state)).strip());
    }

    /** Run it by hand for a new version of the state, and keep the older files. */
    @ParameterizedTest
    @MethodSource("operators")
    @Disabled("writes files to be committed")
    void freeze(Frozen<?> frozen) throws Exception {
        Path state = Files.createDirectories(STATES.resolve(frozen.name())).resolve("1.bin");
        frozen.freeze(state);
        Files.writeString(then(state), frozen.resume(state) + "\n");
    }

    private static Stream<Frozen<?>> operators() {
        Fact bought = Fact.seen(BOUGHT, TEN);
        Fact claimed = Fact.seen(CLAIMED, LATER);
        var blocked = new HeldBack(CLAIMED, HeldBack.Reason.BLOCKED, "the order is blocked");
        return Stream.of(
                new Frozen<>(
                        "watch-hub",
                        Operators::watchHub,
                        forHub(GAVE_PHONE, TEN),
                        new ForHub("shop", GAVE_PHONE.left().text(), WRONG)),
                new Frozen<>(
                        "draw-labels",
                        Operators::drawLabels,
                        new Addressed("shop", 1, 2, bought),
                        new Addressed("shop", 3, 2, claimed)),
                new Frozen<>(
                        "keep-member",
                        Operators::keepMember,
                        labelled(bought, 7),
                        new Labelled("shop", 1, 8, null, LATER)),
                new Frozen<>(
                        "resolve-label", Operators::resolveLabel, forOwner(bought, false), forOwner(claimed, false)),
                new Frozen<>(
                        "announce",
                        Operators::announce,
                        new Statement("shop", CONTACT.text(), "p1", false, TEN),
                        new Statement("shop", CONTACT.text(), "p2", false, LATER)),
                new Frozen<>(
                        "announce-conflict",
                        Operators::announceConflict,
                        ConflictChange.of("shop", blocked, TEN),
                        ConflictChange.over("shop", CLAIMED, LATER)));
    }

    private static Stream<Arguments> frozenStates() throws Exception {
        List<Arguments> states = new ArrayList<>();
        for (Frozen<?> operator : operators().toList()) {
            try (Stream<Path> files = Files.list(STATES.resolve(operator.name()))) {
                files.filter(file -> file.toString().endsWith(".bin"))
                        .sorted()
                        .forEach(file -> states.add(arguments(operator, file)));
            }
        }
        return states.stream();
    }

    private static Path then(Path state) {
        return Path.of(state.toString().replace(".bin", ".then"));
    }
}
