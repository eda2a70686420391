package io.quanyu.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.identity.HeldBack.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Its ends are still seen, but nothing of it ties them. Only what was ever public remembers it. */
    @RepeatedTest(SEEDS)
    void retractedIsNeverTied() {
        policy = AnyFacts.withPublicAccounts(policy, IdentityPolicy.PUBLIC_ACCOUNTS);
        Set<String> retracted = evidence.stream()
                .map(Evidence::key)
                .filter(key -> random.nextInt(4) == 0)
                .collect(Collectors.toSet());
        List<Evidence> untied = evidence.stream()
                .flatMap(one -> (retracted.contains(one.key()) ? AnyFacts.untied(one) : List.of(one)).stream())
                .toList();
        var facts = new IdentityFacts(evidence, retracted, Set.of());
        assertThat(Resolve.resolve(facts, policy, asOf)).isEqualTo(resolve(untied));
    }

    /** Its neighbours are still seen, but nothing of it ties them. A blocked account still counts on its phone. */
    @RepeatedTest(SEEDS)
    void blockedIsNeverTied() {
        Identifier blocked = any.identifier();
        Resolution resolution = Resolve.resolve(new IdentityFacts(evidence, Set.of(), Set.of(blocked)), policy, asOf);
        assertThat(resolution.joined()).noneMatch(one -> names(blocked, one));
        assertThat(resolution.nextExpiryMillis()).isEqualTo(resolve(evidence).nextExpiryMillis());
        if (!policy.type(blocked).account()) {
            List<Evidence> untied = evidence.stream()
                    .flatMap(one -> (names(blocked, one) ? AnyFacts.untied(one) : List.of(one)).stream())
                    .toList();
            assertThat(resolution.oneIds()).isEqualTo(resolve(untied).oneIds());
        }
    }

    @RepeatedTest(SEEDS)
    void rulingsComeToTheSameInAnyOrder() {
        List<Ruling> rulings = IntStream.range(0, 12).mapToObj(i -> anyRuling()).toList();
        assertThat(IdentityFacts.of(evidence, any.shuffled(rulings))).isEqualTo(IdentityFacts.of(evidence, rulings));
    }

    @RepeatedTest(SEEDS)
    void blockedAndThenUnblockedIsNeverBlocked() {
        String target = any.identifier().text();
        List<Ruling> rulings = List.of(
                new Ruling(Ruling.Kind.UNBLOCK, target, 2, "r2"), new Ruling(Ruling.Kind.BLOCK, target, 1, "r1"));
        assertThat(Resolve.resolve(IdentityFacts.of(evidence, rulings), policy, asOf))
                .isEqualTo(resolve(evidence));
    }

    @RepeatedTest(SEEDS)
    void nobodyHasMoreAccountsThanMayHangTogetherAndOthersAreLeftAsTheyAre() {
        Resolution resolution = resolve(evidence);
        assertThat(accountsByPerson(resolution).values()).allMatch(accounts -> accounts <= policy.componentAccounts());

        Set<Identifier> quarantined = heldBack(resolution, Reason.QUARANTINED)
                .flatMap(one -> Stream.of(one.left(), one.right()))
                .collect(Collectors.toSet());
        policy = AnyFacts.withComponentAccounts(policy, IdentityPolicy.UNLIMITED);
        Map<Identifier, String> unlimited = new TreeMap<>(resolve(evidence).oneIds());
        Map<Identifier, String> limited = new TreeMap<>(resolution.oneIds());
        quarantined.forEach(one -> assertThat(limited.get(one)).isEqualTo(OneId.of(one)));
        unlimited.keySet().removeAll(quarantined);
        limited.keySet().removeAll(quarantined);
        assertThat(limited).isEqualTo(unlimited);
    }

    @RepeatedTest(SEEDS)
    void whatWasEverOnTooManyAccountsIsShared() {
        policy = AnyFacts.withPublicAccounts(policy, 2);
        Map<Identifier, Set<Identifier>> accounts = new TreeMap<>();
        for (Evidence one : evidence) {
            Identifier hub = policy.hub(one);
            if (hub != null && policy.type(one.otherThan(hub)).account()) {
                accounts.computeIfAbsent(hub, absent -> new HashSet<>()).add(one.otherThan(hub));
            }
        }
        accounts.values().removeIf(holders -> holders.size() <= 2);

        Set<String> retracted = evidence.stream()
                .map(Evidence::key)
                .filter(key -> random.nextBoolean())
                .collect(Collectors.toSet());
        Resolution resolution = Resolve.resolve(new IdentityFacts(evidence, retracted, Set.of()), policy, asOf);
        assertThat(resolution.joined())
                .noneMatch(one -> accounts.containsKey(one.left()) || accounts.containsKey(one.right()));
    }

    @RepeatedTest(SEEDS)
    void aTieIsEitherJoinedOrHeldBack() {
        Resolution resolution = resolve(evidence);
        List<String> keys = Stream.concat(
                        resolution.joined().stream(),
                        resolution.heldBack().stream().map(HeldBack::evidence))
                .map(Evidence::key)
                .sorted()
                .toList();
        assertThat(keys)
                .isEqualTo(evidence.stream()
                        .filter(one -> !one.isSighting())
                        .map(Evidence::key)
                        .distinct()
                        .sorted()
                        .toList());
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
    void nobodyHasTwoWechatAccountsOfOneScopeUnlessAHumanSaysSo() {
        List<Evidence> undecided = evidence.stream()
                .filter(one -> !one.rule().equals(Evidence.OPERATOR_JOIN))
                .toList();
        Map<String, List<Identifier>> persons = resolve(undecided).oneIds().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        assertThat(persons.values()).allSatisfy(members -> assertThat(members)
                .filteredOn(member -> List.of("unionid", "external_userid").contains(member.type()))
                .extracting(member -> member.type() + member.scope())
                .doesNotHaveDuplicates());
    }

    /** Persons whom nobody joined are as they would be without it, and those who were joined are whole. A phone is not joined: it is shared or not. */
    @RepeatedTest(SEEDS)
    void aHumansJoinChangesNothingButThatItsPersonsAreOne() {
        List<Evidence> undecided = evidence.stream()
                .filter(one -> !one.rule().equals(Evidence.OPERATOR_JOIN))
                .toList();
        policy = AnyFacts.withComponentAccounts(policy, IdentityPolicy.UNLIMITED);
        Map<Identifier, String> before = resolve(undecided).oneIds();
        Resolution after = resolve(evidence.stream()
                .filter(one -> undecided.contains(one) || policy.hub(one) == null)
                .toList());

        Map<String, Set<String>> nowOf = new TreeMap<>();
        before.forEach((identifier, person) -> nowOf.computeIfAbsent(person, absent -> new HashSet<>())
                .add(after.oneIds().get(identifier)));
        assertThat(nowOf.values()).as("a person is never torn").allMatch(now -> now.size() == 1);
    }

    private Resolution resolve(List<Evidence> facts) {
        return Resolve.resolve(IdentityFacts.of(facts), policy, asOf);
    }

    private Ruling anyRuling() {
        Ruling.Kind kind = any.anyOf(List.of(Ruling.Kind.values()));
        String target = kind == Ruling.Kind.RETRACT
                ? any.anyOf(evidence).key()
                : any.identifier().text();
        return new Ruling(kind, target, random.nextInt(3), "r" + random.nextInt(3));
    }

    private Map<String, Long> accountsByPerson(Resolution resolution) {
        return resolution.oneIds().entrySet().stream()
                .filter(entry -> policy.type(entry.getKey()).account())
                .collect(Collectors.groupingBy(Map.Entry::getValue, Collectors.counting()));
    }

    private static Stream<Evidence> heldBack(Resolution resolution, Reason reason) {
        return resolution.heldBack().stream()
                .filter(held -> held.reason() == reason)
                .map(HeldBack::evidence);
    }

    private static boolean names(Identifier identifier, Evidence one) {
        return one.left().equals(identifier) || one.right().equals(identifier);
    }
}
