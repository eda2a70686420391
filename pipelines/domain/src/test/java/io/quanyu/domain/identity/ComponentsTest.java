package io.quanyu.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.quanyu.domain.identity.Settlement.Change;
import io.quanyu.domain.identity.Settlement.Verdict;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Step by step comes to the same as all at once. A failure names its seed: the repetition number. */
class ComponentsTest {

    private static final Identifier PHONE = new Identifier("phone", "t", "5f2c");

    /** All that a sequence of calls has told so far, and what they have said. */
    private static final class Told {
        final List<Evidence> evidence = new ArrayList<>();
        final Set<String> removed = new HashSet<>();
        final Set<Identifier> blocked = new HashSet<>();
        final Map<Identifier, String> followed = new TreeMap<>();
        final Map<String, String> verdicts = new TreeMap<>();
        long asOfMillis;

        void add(Evidence one) {
            if (removed.remove(one.key())) {
                List<Evidence> before = evidence.stream()
                        .filter(known -> known.key().equals(one.key()))
                        .toList();
                evidence.removeAll(before);
                before.forEach(known -> evidence.addAll(AnyFacts.untied(known)));
            }
            evidence.add(one);
        }

        Resolution resolve(IdentityPolicy policy) {
            return Resolve.resolve(new IdentityFacts(evidence, removed, blocked), policy, asOfMillis);
        }

        void follow(Settlement settlement) {
            for (Change change : settlement.changes()) {
                String previous = followed.put(change.identifier(), change.newOneId());
                assertThat(change.previousOneId()).isEqualTo(previous).isNotEqualTo(change.newOneId());
                assertThat(change.anchor())
                        .isEqualTo(OneId.of(change.identifier()).equals(change.newOneId()));
            }
            for (Verdict verdict : settlement.verdicts()) {
                String before = verdict.reason() == null
                        ? verdicts.remove(verdict.evidence().key())
                        : verdicts.put(verdict.evidence().key(), verdict.reason() + ": " + verdict.detail());
                assertThat(verdict.reason() == null && before == null)
                        .as("free, but never held back")
                        .isFalse();
            }
        }
    }

    @RepeatedTest(250)
    void afterEachStepItSaysWhatResolveSays(RepetitionInfo repetition) {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        IdentityPolicy policy = AnyFacts.policy(random);
        var any = new AnyFacts(random, "a");
        var components = new Components(policy, 0);
        var told = new Told();

        for (int step = 0; step < 60; step++) {
            anyStep(random, any, components, told, policy);
            if (random.nextInt(4) == 0) {
                continue;
            }
            told.follow(components.settle());
            Resolution expected = told.resolve(policy);
            assertThat(components.oneIds()).as("step %d", step).isEqualTo(expected.oneIds());
            assertThat(components.size()).isEqualTo(expected.oneIds().size());
            assertThat(told.followed).as("changes up to step %d", step).isEqualTo(expected.oneIds());
            assertThat(told.verdicts).as("verdicts up to step %d", step).isEqualTo(verdicts(expected));
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
        evidence.forEach(atOnce::add);
        atOnce.settle();
        var oneByOne = new Components(policy, asOf);
        any.shuffled(evidence).forEach(one -> add(oneByOne, one));
        assertThat(atOnce.oneIds())
                .isEqualTo(oneByOne.oneIds())
                .isEqualTo(Resolve.resolve(IdentityFacts.of(evidence), policy, asOf)
                        .oneIds());
    }

    @Test
    void whatWasOnlySeenAgainChangesNothing() {
        var components = new Components(IdentityPolicy.standard(), 0);
        Identifier buyer = buyer(1);
        assertThat(add(components, Evidence.seen(buyer, PHONE, "buyer-phone", 1, "e1"))
                        .changes())
                .extracting(Change::identifier)
                .containsExactly(PHONE, buyer);
        assertThat(add(components, Evidence.seen(buyer, PHONE, "buyer-phone", 9, "e2")))
                .isEqualTo(new Settlement(List.of(), List.of()));
    }

    @Test
    void blockedAndUnblockedAtOnceChangesNothing() {
        var components = new Components(IdentityPolicy.standard(), 0);
        add(components, Evidence.seen(buyer(1), PHONE, "buyer-phone", 1, "e1"));
        components.block(PHONE);
        components.unblock(PHONE);
        assertThat(components.settle()).isEqualTo(new Settlement(List.of(), List.of()));
    }

    @Test
    void addedAgainAfterItWasRemovedItLastsNoLongerThanItSays() {
        var components = new Components(IdentityPolicy.standard(), 0);
        components.add(Evidence.seen(buyer(1), PHONE, "buyer-phone", 9, "e1"));
        components.add(Evidence.seen(buyer(2), PHONE, "buyer-phone", 5, "e1"));
        long expiryOfTheOther = components.nextExpiryMillis();
        Evidence earlier = Evidence.seen(buyer(1), PHONE, "buyer-phone", 1, "e2");
        components.remove(earlier.key());
        components.add(earlier);
        assertThat(components.nextExpiryMillis()).isEqualTo(expiryOfTheOther - 4);
    }

    /** Were the phone to hold a component together, each account would cost as much as all before it. */
    @Test
    void anAccountMoreOfASharedPhoneCostsNoMoreThanTheOneBefore() {
        assertCostsNoMoreApiece(count -> {
            var components = new Components(IdentityPolicy.standard(), 0);
            for (int i = 0; i < count; i++) {
                add(components, Evidence.seen(buyer(i), PHONE, "buyer-phone", i, "e"));
            }
            assertThat(Set.copyOf(components.oneIds().values())).hasSize(count + 1);
        });
    }

    @Test
    void anOrderMoreOfAnAccountCostsNoMoreThanTheOneBefore() {
        assertCostsNoMoreApiece(count -> {
            var components = new Components(IdentityPolicy.standard(), 0);
            for (int i = 0; i < count; i++) {
                var order = new Identifier("order", "youzan:1", "E" + i);
                add(components, Evidence.seen(buyer(1), order, "order-of", count - i, "e"));
            }
            assertThat(Set.copyOf(components.oneIds().values())).hasSize(1);
        });
    }

    /** Each new link, and each that goes away, touches a component of all accounts so far. */
    @ParameterizedTest
    @ValueSource(strings = {"star", "chain"})
    void anAccountMoreOfAComponentCostsNoMoreThanTheOneBefore(String shape) {
        assertCostsNoMoreApiece(count -> joinCutAndReleaseAComponent(shape, count));
    }

    private static void joinCutAndReleaseAComponent(String shape, int count) {
        var components = new Components(IdentityPolicy.standard(), 0);
        List<Evidence> links = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Identifier earlier = buyer(shape.equals("star") ? 0 : i - 1);
            links.add(Evidence.seen(earlier, buyer(i), "self", i, "e"));
        }
        links.forEach(link -> add(components, link));
        assertThat(Set.copyOf(components.oneIds().values())).hasSize(count + 1);

        for (Evidence link : links.subList(0, count / 10)) {
            components.remove(link.key());
            components.settle();
            components.add(link);
            components.settle();
        }
        assertThat(Set.copyOf(components.oneIds().values())).hasSize(count + 1);

        links.subList(100, links.size()).forEach(link -> components.remove(link.key()));
        components.settle();
        assertThat(Set.copyOf(components.oneIds().values()))
                .as("101 accounts are one person's again")
                .hasSize(count + 1 - 100);
    }

    /** Eight times as much may cost twice eight times as many bytes; were each to cost all before it, it were 64 times. */
    private static void assertCostsNoMoreApiece(IntConsumer work) {
        int few = 500;
        long bytesOfFew = bytesOf(() -> work.accept(few));
        assertThat(bytesOf(() -> work.accept(8 * few))).isPositive().isLessThan(2 * 8 * bytesOfFew);
    }

    /** What this thread allocates for it: work that, unlike time, is the same on a busy machine. */
    private static long bytesOf(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void anyStep(
            SplittableRandom random, AnyFacts any, Components components, Told told, IdentityPolicy policy) {
        switch (random.nextInt(10)) {
            case 0 -> {
                String key =
                        told.evidence.isEmpty() ? "" : any.anyOf(told.evidence).key();
                told.removed.add(key);
                components.remove(key);
            }
            case 1 -> {
                Identifier identifier = random.nextInt(2) == 0 ? any.identifier() : new Identifier("none", "", "");
                told.blocked.add(identifier);
                components.block(identifier);
            }
            case 2 -> {
                List.copyOf(told.blocked).forEach(components::unblock);
                told.blocked.clear();
            }
            case 3 -> {
                told.asOfMillis += random.nextInt(120) * AnyFacts.DAY;
                components.advanceTo(told.asOfMillis);
            }
            default -> {
                Evidence one = any.one();
                // The oracle forgets what was removed and added again, but whoever was public stays so.
                if (!told.removed.contains(one.key()) || policy.publicAccounts() == IdentityPolicy.PUBLIC_ACCOUNTS) {
                    told.add(one);
                    components.add(one);
                }
            }
        }
    }

    private static Map<String, String> verdicts(Resolution resolution) {
        Map<String, String> verdicts = new TreeMap<>();
        resolution
                .heldBack()
                .forEach(held -> verdicts.put(held.evidence().key(), held.reason() + ": " + held.detail()));
        return verdicts;
    }

    private static Settlement add(Components components, Evidence one) {
        components.add(one);
        return components.settle();
    }

    private static Identifier buyer(int number) {
        return new Identifier("yz_open_id", "youzan:1", "yz" + number);
    }
}
