package io.quanyu.jobs.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityFacts;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.identity.Resolve;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ResolveTenantTest {

    private static final String SHOP = "shop";
    private static final long TEN = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long PHONE_LIFE =
            Duration.ofDays(IdentityPolicy.PHONE_DAYS).toMillis();

    private static final Identifier BUYER = new Identifier("yz_open_id", "youzan:1", "yzLI");
    private static final Identifier CONTACT = new Identifier("external_userid", "corp", "wmLI");
    private static final Identifier PHONE = new Identifier("phone", SHOP, "5f2c");

    static final EvidenceSeen BOUGHT = seen("e-bought", TEN, BUYER, PHONE, "buyer-phone");
    static final EvidenceSeen ADDED = seen("e-added", TEN + MINUTE, CONTACT, PHONE, "remark-phone");

    @Test
    void tellsOnlyWhoseIdChanged() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(ADDED, 0);
            harness.processElement(BOUGHT, 0);
            assertThat(harness.extractOutputValues()).as("before the clock").isEmpty();

            harness.processWatermark(TEN);
            String person = oneId(BOUGHT, BUYER);
            assertThat(harness.extractOutputValues())
                    .containsExactly(
                            Assigned.first(SHOP, PHONE.text(), person, TEN),
                            Assigned.first(SHOP, BUYER.text(), person, TEN));

            harness.processWatermark(TEN + MINUTE);
            assertThat(harness.extractOutputValues())
                    .endsWith(Assigned.first(SHOP, CONTACT.text(), person, TEN + MINUTE))
                    .hasSize(3);
        }
    }

    @Test
    void redirectsAPersonThatTurnsOutToBeAnEarlierOne() throws Exception {
        EvidenceSeen knownBefore = seen("e-old", TEN, CONTACT, CONTACT, "self");
        EvidenceSeen boughtLater = seen("e-new", TEN + MINUTE, BUYER, BUYER, "self");
        EvidenceSeen claimed = seen("e-claimed", TEN + 2 * MINUTE, CONTACT, BUYER, "claim");
        try (var harness = harness()) {
            harness.open();
            for (EvidenceSeen seen : List.of(knownBefore, boughtLater, claimed)) {
                harness.processElement(seen, 0);
            }
            harness.processWatermark(TEN + 3 * MINUTE);
            String buyer = oneId(boughtLater, BUYER);
            String contact = oneId(knownBefore, CONTACT);
            assertThat(harness.extractOutputValues())
                    .hasSize(3)
                    .endsWith(new Assigned(
                            SHOP, BUYER.text(), contact, buyer, TEN + 2 * MINUTE, 2, "yz_open_id|youzan:1|yzLI@2"));
        }
    }

    @Test
    void letsAPhoneGoByTimeAlone() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(BOUGHT, 0);
            harness.processElement(ADDED, 0);
            harness.processWatermark(TEN + PHONE_LIFE - 1);
            assertThat(harness.extractOutputValues()).hasSize(3);

            harness.processWatermark(TEN + PHONE_LIFE);
            assertThat(harness.extractOutputValues())
                    .as("the buyer was first to give the phone and is first to lose it; the contact takes it along")
                    .hasSize(5)
                    .last()
                    .satisfies(assigned -> assertThat(assigned.atMillis()).isEqualTo(TEN + PHONE_LIFE));

            harness.processWatermark(TEN + PHONE_LIFE + MINUTE);
            assertThat(current(harness.extractOutputValues()))
                    .isEqualTo(resolved(List.of(BOUGHT, ADDED), TEN + PHONE_LIFE + MINUTE));
        }
    }

    @Test
    void keepsTenantsApart() throws Exception {
        EvidenceSeen elsewhere = new EvidenceSeen("other", "e-added", TEN, ADDED.evidence());
        try (var harness = harness()) {
            harness.open();
            harness.processElement(BOUGHT, 0);
            harness.processElement(elsewhere, 0);
            harness.processWatermark(TEN + MINUTE);
            assertThat(harness.extractOutputValues())
                    .extracting(Assigned::tenant, Assigned::identifier)
                    .hasSize(4)
                    .doesNotHaveDuplicates();
        }
    }

    /** A failure names its seed: the repetition number. */
    @RepeatedTest(50)
    void disorderRepeatsAndARestoreEndInTheSamePersons(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        List<EvidenceSeen> facts = anyFacts(random);
        List<EvidenceSeen> arrival = new ArrayList<>(facts);
        arrival.add(facts.get(random.nextInt(facts.size())));
        Collections.shuffle(arrival, random);
        int half = arrival.size() / 2;
        long last = TEN + 100 * MINUTE;

        List<Assigned> told = new ArrayList<>();
        try (var before = harness();
                var after = harness()) {
            before.open();
            play(before, arrival.subList(0, half), random);
            told.addAll(before.extractOutputValues());
            after.initializeState(before.snapshot(1, 1));
            after.open();
            play(after, arrival.subList(half, arrival.size()), random);
            after.processWatermark(last);
            told.addAll(after.extractOutputValues());
        }
        assertThat(current(told)).isEqualTo(resolved(facts, last));
        assertThat(told).extracting(Assigned::changeId).doesNotHaveDuplicates();
    }

    /** Whatever order the facts come in, as long as they come before the clock. */
    @RepeatedTest(20)
    void theHistoryDoesNotDependOnTheOrderOfArrivalOrOnTheTicks(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        List<EvidenceSeen> facts = anyFacts(random);
        assertThat(history(shuffled(facts, random), 1 + random.nextInt(40))).isEqualTo(history(facts, 1));
    }

    @Test
    void afterARestoreNothingIsToldAgain() throws Exception {
        try (var before = harness();
                var after = harness()) {
            before.open();
            before.processElement(BOUGHT, 0);
            before.processWatermark(TEN);
            after.initializeState(before.snapshot(1, 1));
            after.open();
            after.processElement(BOUGHT, 0);
            after.processElement(ADDED, 0);
            after.processWatermark(TEN + MINUTE);
            assertThat(after.extractOutputValues())
                    .containsExactly(Assigned.first(SHOP, CONTACT.text(), oneId(BOUGHT, BUYER), TEN + MINUTE));
        }
    }

    @Test
    void stateAndRecordsNeedNoKryo() {
        Stream.of(EvidenceSeen.class, Assigned.class, Evidence.class, Identifier.class)
                .forEach(PojoTestUtils::assertSerializedAsPojoWithoutKryo);
    }

    private static void play(Harness harness, List<EvidenceSeen> facts, Random random) throws Exception {
        for (EvidenceSeen fact : facts) {
            harness.processElement(fact, 0);
            if (random.nextInt(3) == 0) {
                harness.processWatermark(fact.receivedAtMillis());
            }
        }
    }

    private static List<Assigned> history(List<EvidenceSeen> facts, int minutesPerTick) throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (EvidenceSeen fact : facts) {
                harness.processElement(fact, 0);
            }
            for (int minute = 0; minute < 120; minute += minutesPerTick) {
                harness.processWatermark(TEN + minute * MINUTE);
            }
            return harness.extractOutputValues();
        }
    }

    private static List<EvidenceSeen> anyFacts(Random random) {
        List<String> rules = List.of("buyer-phone", "remark-phone", "claim", "receiver-phone", "self");
        return IntStream.range(0, 30)
                .mapToObj(i -> seen(
                        "e" + i,
                        TEN + random.nextInt(60) * MINUTE,
                        new Identifier("yz_open_id", "youzan:1", "yz" + random.nextInt(12)),
                        random.nextBoolean()
                                ? new Identifier("phone", SHOP, "p" + random.nextInt(3))
                                : new Identifier("external_userid", "corp", "wm" + random.nextInt(3)),
                        rules.get(random.nextInt(rules.size()))))
                .toList();
    }

    private static List<EvidenceSeen> shuffled(List<EvidenceSeen> facts, Random random) {
        List<EvidenceSeen> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static Map<String, String> current(List<Assigned> told) {
        Map<String, String> current = new TreeMap<>();
        told.forEach(assigned -> current.put(assigned.identifier(), assigned.oneId()));
        return current;
    }

    private static Map<String, String> resolved(List<EvidenceSeen> facts, long asOfMillis) {
        List<Evidence> evidence =
                facts.stream().flatMap(fact -> fact.evidence().stream()).toList();
        Map<String, String> resolved = new TreeMap<>();
        Resolve.resolve(IdentityFacts.of(evidence), IdentityPolicy.standard(), asOfMillis)
                .oneIds()
                .forEach((identifier, oneId) -> resolved.put(identifier.text(), oneId));
        return resolved;
    }

    private static String oneId(EvidenceSeen fact, Identifier identifier) {
        return resolved(List.of(fact), fact.receivedAtMillis()).get(identifier.text());
    }

    private static EvidenceSeen seen(String eventId, long atMillis, Identifier one, Identifier other, String rule) {
        return new EvidenceSeen(SHOP, eventId, atMillis, List.of(Evidence.seen(one, other, rule, atMillis, eventId)));
    }

    static Harness harness() throws Exception {
        return new Harness();
    }

    /** Keyed as {@link IdentityJob} keys it. */
    static final class Harness extends KeyedOneInputStreamOperatorTestHarness<String, EvidenceSeen, Assigned> {
        Harness() throws Exception {
            super(new KeyedProcessOperator<>(new ResolveTenant()), EvidenceSeen::tenant, Types.STRING);
        }
    }
}
