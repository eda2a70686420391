package io.quanyu.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.identity.Components.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Step by step comes to the same as all at once. A failure names its seed: the repetition number. */
class ComponentsTest {

    private static final Identifier PHONE = new Identifier("phone", "t", "5f2c");

    /** All that a sequence of calls has told so far. */
    private static final class Told {
        final List<Evidence> evidence = new ArrayList<>();
        final Set<String> retracted = new HashSet<>();
        final Set<Identifier> blocked = new HashSet<>();
        long asOfMillis;

        Resolution resolve(IdentityPolicy policy) {
            return Resolve.resolve(new IdentityFacts(evidence, retracted, blocked), policy, asOfMillis);
        }
    }

    @RepeatedTest(250)
    void afterEachStepItSaysWhatResolveSays(RepetitionInfo repetition) {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        IdentityPolicy policy = AnyFacts.policy(random);
        var any = new AnyFacts(random, "a");
        var components = new Components(policy, 0);
        var told = new Told();
        Map<Identifier, String> followed = new TreeMap<>();

        for (int step = 0; step < 40; step++) {
            follow(followed, anyStep(random, any, components, told));
            Resolution expected = told.resolve(policy);
            assertThat(components.oneIds()).as("step %d", step).isEqualTo(expected.oneIds());
            assertThat(followed).as("changes up to step %d", step).isEqualTo(expected.oneIds());
            assertThat(components.nextExpiryMillis()).as("step %d", step).isEqualTo(expected.nextExpiryMillis());
        }
    }

    @RepeatedTest(200)
    void addedInOnePieceOrOneByOneItSaysTheSame(RepetitionInfo repetition) {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        IdentityPolicy policy = AnyFacts.policy(random);
        var any = new AnyFacts(random, "a");
        List<Evidence> evidence = any.evidence();
        long asOf = any.instant();

        var atOnce = new Components(policy, asOf);
        atOnce.add(evidence);
        var oneByOne = new Components(policy, asOf);
        any.shuffled(evidence).forEach(one -> oneByOne.add(List.of(one)));
        assertThat(atOnce.oneIds())
                .isEqualTo(oneByOne.oneIds())
                .isEqualTo(Resolve.resolve(IdentityFacts.of(evidence), policy, asOf)
                        .oneIds());
    }

    @Test
    void whatWasOnlySeenAgainChangesNothing() {
        var components = new Components(IdentityPolicy.standard(), 0);
        Identifier buyer = buyer(1);
        assertThat(components.add(List.of(Evidence.seen(buyer, PHONE, "buyer-phone", 1, "e1"))))
                .extracting(Change::identifier)
                .containsExactly(PHONE, buyer);
        assertThat(components.add(List.of(Evidence.seen(buyer, PHONE, "buyer-phone", 9, "e2"))))
                .isEmpty();
    }

    /** Were the phone to hold a component together, this would take minutes. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void aPhoneOfTwentyThousandAccountsCostsNoMoreThanAnother() {
        var components = new Components(IdentityPolicy.standard(), 0);
        for (int i = 0; i < 20_000; i++) {
            components.add(List.of(Evidence.seen(buyer(i), PHONE, "buyer-phone", i, "e")));
        }
        assertThat(Set.copyOf(components.oneIds().values())).hasSize(20_001);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void anAccountOfTwentyThousandOrdersCostsNoMoreThanAnother() {
        var components = new Components(IdentityPolicy.standard(), 0);
        for (int i = 0; i < 20_000; i++) {
            var order = new Identifier("order", "youzan:1", "E" + i);
            components.add(List.of(Evidence.seen(buyer(1), order, "order-of", 20_000 - i, "e")));
        }
        assertThat(Set.copyOf(components.oneIds().values())).hasSize(1);
    }

    private static List<Change> anyStep(SplittableRandom random, AnyFacts any, Components components, Told told) {
        return switch (random.nextInt(10)) {
            case 0 -> {
                String key =
                        told.evidence.isEmpty() ? "" : any.anyOf(told.evidence).key();
                told.retracted.add(key);
                yield components.retract(key);
            }
            case 1 -> {
                Identifier identifier = random.nextInt(4) == 0 ? any.identifier() : new Identifier("none", "", "");
                told.blocked.add(identifier);
                yield components.block(identifier);
            }
            case 2 -> {
                told.asOfMillis += random.nextInt(120) * AnyFacts.DAY;
                yield components.advanceTo(told.asOfMillis);
            }
            default -> {
                List<Evidence> some = random.nextBoolean() ? List.of(any.one()) : List.of(any.one(), any.one());
                told.evidence.addAll(some);
                yield components.add(some);
            }
        };
    }

    private static void follow(Map<Identifier, String> followed, List<Change> changes) {
        for (Change change : changes) {
            String previous = change.newOneId() == null
                    ? followed.remove(change.identifier())
                    : followed.put(change.identifier(), change.newOneId());
            assertThat(change.previousOneId()).isEqualTo(previous).isNotEqualTo(change.newOneId());
        }
    }

    private static Identifier buyer(int number) {
        return new Identifier("yz_open_id", "youzan:1", "yz" + number);
    }
}
