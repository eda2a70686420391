package io.quanyu.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for every set of facts. A failure names its seed: the repetition number. */
class ResolveLawsTest {

    private static final int SEEDS = 300;

    private AnyFacts any;
    private IdentityPolicy policy;
    private List<Evidence> evidence;
    private long asOf;
    private SplittableRandom random;

    @BeforeEach
    void anyFacts(RepetitionInfo repetition) {
        random = new SplittableRandom(repetition.getCurrentRepetition());
        policy = AnyFacts.policy(random);
        any = new AnyFacts(random, "a");
        evidence = any.evidence();
        asOf = any.instant();
    }

    @RepeatedTest(SEEDS)
    void theOrderDoesNotMatter() {
        assertThat(resolve(any.shuffled(evidence))).isEqualTo(resolve(evidence));
    }

    @RepeatedTest(SEEDS)
    void repeatsDoNotMatter() {
        List<Evidence> repeated = new ArrayList<>(evidence);
        evidence.stream().filter(one -> random.nextBoolean()).forEach(repeated::add);
        assertThat(resolve(repeated)).isEqualTo(resolve(evidence));
    }

    @RepeatedTest(SEEDS)
    void retractedIsNeverSeen() {
        Set<String> retracted = evidence.stream()
                .map(Evidence::key)
                .filter(key -> random.nextInt(4) == 0)
                .collect(Collectors.toSet());
        List<Evidence> rest =
                evidence.stream().filter(one -> !retracted.contains(one.key())).toList();
        var facts = new IdentityFacts(evidence, retracted, Set.of());
        assertThat(Resolve.resolve(facts, policy, asOf)).isEqualTo(resolve(rest));
    }

    /** Its neighbours are still seen, but nothing of it ties them. */
    @RepeatedTest(SEEDS)
    void blockedIsNeverTied() {
        Identifier blocked = any.identifier();
        List<Evidence> untied =
                evidence.stream().flatMap(one -> without(blocked, one).stream()).toList();
        Map<Identifier, String> expected = new TreeMap<>(resolve(untied).oneIds());

        var facts = new IdentityFacts(evidence, Set.of(), Set.of(blocked));
        Resolution resolution = Resolve.resolve(facts, policy, asOf);
        assertThat(resolution.oneIds()).isEqualTo(expected);
        assertThat(resolution.nextExpiryMillis()).isEqualTo(resolve(untied).nextExpiryMillis());
    }

    @RepeatedTest(SEEDS)
    void factsWithNothingInCommonDoNotTouchEachOther() {
        List<Evidence> others = new AnyFacts(random, "b").evidence();
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(others);

        Resolution both = resolve(any.shuffled(all));
        var oneIds = new TreeMap<>(resolve(evidence).oneIds());
        oneIds.putAll(resolve(others).oneIds());
        List<HeldBack> heldBack = new ArrayList<>(resolve(evidence).heldBack());
        heldBack.addAll(resolve(others).heldBack());
        heldBack.sort(Comparator.comparing(held -> held.evidence().key()));
        assertThat(both.oneIds()).isEqualTo(oneIds);
        assertThat(both.heldBack()).isEqualTo(heldBack);
    }

    @RepeatedTest(SEEDS)
    void nothingChangesBeforeTheNextExpiry() {
        Resolution now = resolve(evidence);
        long last = Math.min(now.nextExpiryMillis() - 1, asOf + 2000 * AnyFacts.DAY);
        assertThat(Resolve.resolve(IdentityFacts.of(evidence), policy, last)).isEqualTo(now);
    }

    @RepeatedTest(SEEDS)
    void nobodyHasTwoWechatAccountsOfOneScope() {
        Map<String, List<Identifier>> persons = resolve(evidence).oneIds().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        assertThat(persons.values()).allSatisfy(members -> assertThat(members)
                .filteredOn(member -> List.of("unionid", "external_userid").contains(member.type()))
                .extracting(member -> member.type() + member.scope())
                .doesNotHaveDuplicates());
    }

    private Resolution resolve(List<Evidence> facts) {
        return Resolve.resolve(IdentityFacts.of(facts), policy, asOf);
    }

    private static List<Evidence> without(Identifier blocked, Evidence one) {
        if (!one.left().equals(blocked) && !one.right().equals(blocked)) {
            return List.of(one);
        }
        return List.of(
                Evidence.sighting(one.left(), one.firstSeenMillis(), one.sourceEvent()),
                Evidence.sighting(one.right(), one.firstSeenMillis(), one.sourceEvent()));
    }
}
