package io.quanyu.jobs.record;

import static io.quanyu.jobs.record.TextType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyu.domain.alert.AlertStatus;
import io.quanyu.domain.attribution.Credit;
import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Profile;
import io.quanyu.jobs.channel.ChannelDayKey;
import io.quanyu.jobs.channel.CreditedDay;
import io.quanyu.jobs.channel.DayTotals;
import io.quanyu.jobs.channel.FrozenChannel;
import io.quanyu.jobs.channel.LiveCodeFact;
import io.quanyu.jobs.channel.SaidAlert;
import io.quanyu.jobs.channel.SpendFact;
import io.quanyu.jobs.customer.Account;
import io.quanyu.jobs.customer.FrozenCustomer;
import io.quanyu.jobs.customer.Person;
import io.quanyu.jobs.identity.FrozenIdentity;
import io.quanyu.jobs.identity.Member;
import io.quanyu.jobs.identity.Told;
import io.quanyu.jobs.identity.ToldConflict;
import io.quanyu.jobs.identity.hub.Hub;
import io.quanyu.jobs.identity.label.Known;
import io.quanyu.jobs.identity.label.LabelPiece;
import io.quanyu.jobs.lake.FrozenLake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.api.Test;

/** This build takes the checkpoint that build 26b8b19 left after a month of a shop with 80 customers. */
class CheckpointTest {

    private static final TypeInformation<?> PAIR = Types.TUPLE(TEXT, TEXT);
    private static final TypeInformation<?> NUMBERED = Types.TUPLE(TEXT, Types.LONG);

    @Test
    void persons() throws Exception {
        try (var operator = Restored.keyed("customer", FrozenCustomer.operators(), "decide-customer", TEXT)) {
            List<Person> persons = packed(operator, "person", Person.class);
            List<Profile> profiles = persons.stream()
                    .map(person -> person.said().profile())
                    .filter(Objects::nonNull)
                    .toList();

            assertThat(Map.of(
                            "persons", persons.size(),
                            "net revenue",
                                    sum(persons, person -> Customer.of(person.facts())
                                            .netRevenueFen()),
                            "profiles", profiles.size(),
                            "net revenue in profiles", sum(profiles, Profile::netRevenueFen),
                            "tags", sum(persons, person -> person.said().tags().size()),
                            "credits of three models", sum(persons, CheckpointTest::creditedFen)))
                    .isEqualTo(Map.of(
                            "persons",
                            159,
                            "net revenue",
                            4_930_200L,
                            "profiles",
                            118,
                            "net revenue in profiles",
                            4_930_200L,
                            "tags",
                            59L,
                            "credits of three models",
                            3 * 4_930_200L));
        }
    }

    @Test
    void accounts() throws Exception {
        try (var operator = Restored.keyed("customer", FrozenCustomer.operators(), "contribute-facts", TEXT)) {
            List<Account> accounts = packed(operator, "account", Account.class);
            List<Fragment> facts = accounts.stream().map(Account::fragment).toList();

            assertThat(Map.of(
                            "accounts", accounts.size(),
                            "without facts",
                                    facts.stream()
                                            .filter(Fragment.EMPTY::equals)
                                            .count(),
                            "orders", sum(facts, fragment -> fragment.orders().size()),
                            "refunds", sum(facts, fragment -> fragment.refunds().size()),
                            "touches", sum(facts, fragment -> fragment.touches().size()),
                            "phones",
                                    sum(facts, fragment -> fragment.maskedPhones()
                                            .size())))
                    .isEqualTo(Map.of(
                            "accounts", 417,
                            "without facts", 209L,
                            "orders", 361L,
                            "refunds", 30L,
                            "touches", 135L,
                            "phones", 73L));
        }
    }

    @Test
    void creditsOfSources() throws Exception {
        try (var operator = Restored.keyed("customer", FrozenChannel.operators(), "name-channels", Types.STRING)) {
            var credited = operator.entries(
                    new MapStateDescriptor<>("credited", TypeInformation.of(CreditedDay.class), Types.LONG));
            var definitions = operator.values(new ValueStateDescriptor<>("definition", LiveCodeFact.class));

            assertThat(sum(credited, Map.Entry::getValue)).isEqualTo(3 * 4_930_200L);
            assertThat(definitions)
                    .extracting(LiveCodeFact::channel)
                    .containsExactlyInAnyOrder("今日头条", "包裹卡", "抖音直播间", "抖音直播间", "抖音短视频", "番茄小说", "门店本地推");
        }
    }

    @Test
    void daysAndAlertsOfChannels() throws Exception {
        try (var operator = Restored.keyed("customer", FrozenChannel.operators(), "watch-roi", Types.STRING)) {
            var reports = operator.entries(
                    new MapStateDescriptor<>("newest", Types.STRING, TypeInformation.of(SpendFact.class)));
            var days = operator.entries(new MapStateDescriptor<>(
                    "days", TypeInformation.of(ChannelDayKey.class), TypeInformation.of(DayTotals.class)));
            var alerts = operator.entries(
                    new MapStateDescriptor<>("alerts", Types.STRING, TypeInformation.of(SaidAlert.class)));

            assertThat(sum(reports, report -> report.getValue().costFen())).isEqualTo(1_466_784);
            assertThat(sum(days, day -> day.getValue().spendFen())).isEqualTo(1_466_784);
            assertThat(sum(days, day -> day.getValue().revenueFen().getOrDefault("last", 0L)))
                    .isEqualTo(4_930_200);
            assertThat(sum(days, day -> day.getValue().judgedRevenueFen())).isEqualTo(4_630_300);
            assertThat(alerts)
                    .extracting(
                            Map.Entry::getKey, alert -> alert.getValue().alert().status(), alert -> alert.getValue()
                                    .version())
                    .containsExactlyInAnyOrder(
                            tuple("roi|抖音短视频|2026-09-16", AlertStatus.WITHDRAWN, 5L),
                            tuple("roi|抖音直播间|2026-09-10", AlertStatus.RESOLVED, 4L),
                            tuple("roi|抖音直播间|2026-09-27", AlertStatus.RESTATED, 4L));
        }
    }

    @Test
    void hubs() throws Exception {
        try (var operator = identity("watch-hub", PAIR)) {
            List<Hub> hubs = packed(operator, "hub", Hub.class);

            assertThat(hubs).hasSize(115);
            assertThat(sum(hubs, hub -> hub.ties().size())).isEqualTo(134);
        }
    }

    @Test
    void labels() throws Exception {
        try (var operator = Restored.unkeyed("customer", FrozenIdentity.operators(), "draw-labels")) {
            List<LabelPiece> pieces =
                    operator.list(new ListStateDescriptor<>("labels", TypeInformation.of(LabelPiece.class)));

            assertThat(sum(pieces, piece -> piece.members().length)).isEqualTo(417);
            assertThat(pieces.stream()
                            .flatMapToLong(piece -> Arrays.stream(piece.labels()))
                            .distinct()
                            .count())
                    .isEqualTo(120);
        }
    }

    @Test
    void members() throws Exception {
        try (var operator = identity("keep-member", NUMBERED)) {
            List<Member> members = packed(operator, "member", Member.class);

            assertThat(members).hasSize(406);
            assertThat(sum(members, member -> member.facts().size())).isEqualTo(585);
            assertThat(members.stream().map(Member::label).distinct()).hasSize(120);
        }
    }

    @Test
    void factsOfLabels() throws Exception {
        try (var operator = identity("resolve-label", NUMBERED)) {
            var facts = operator.entries(new MapStateDescriptor<>("facts", TEXT, TypeInformation.of(Known.class)));

            assertThat(facts).hasSize(569);
        }
    }

    @Test
    void personsOfIdentifiers() throws Exception {
        try (var operator = identity("announce", TEXT)) {
            List<Told> told = packed(operator, "told", Told.class);

            assertThat(told).hasSize(417);
            assertThat(told.stream().map(Told::oneId).distinct()).hasSize(120);
            assertThat(sum(told, Told::version)).isEqualTo(459);
        }
    }

    @Test
    void conflicts() throws Exception {
        try (var operator = identity("announce-conflict", TEXT)) {
            assertThat(packed(operator, "told", ToldConflict.class))
                    .containsExactlyInAnyOrder(
                            new ToldConflict("NEVER_JOINS", 1, 1_789_611_765_000L),
                            new ToldConflict("NEVER_JOINS", 1, 1_788_276_236_635L),
                            new ToldConflict("NEVER_JOINS", 1, 1_789_876_772_000L));
        }
    }

    @Test
    void eventsInTheLake() throws Exception {
        try (var operator = Restored.keyed("lake", FrozenLake.operators(), "drop-repeats", TEXT)) {
            assertThat(operator.keys("seen")).isEqualTo(1_139);
        }
    }

    private static Restored identity(String uid, TypeInformation<?> keys) throws Exception {
        return Restored.keyed("customer", FrozenIdentity.operators(), uid, keys);
    }

    private static long creditedFen(Person person) {
        return sum(person.said().credits(), Credit::fen);
    }

    private static <T> long sum(List<T> values, ToLongFunction<T> number) {
        return values.stream().mapToLong(number).sum();
    }

    private static <T> List<T> packed(Restored operator, String name, Class<T> type) throws Exception {
        var serializer = new RecordSerializer<>(type);
        List<T> records = new ArrayList<>();
        for (byte[] bytes : operator.values(new ValueStateDescriptor<>(name, new PackedSerializer<>(type)))) {
            records.add(serializer.deserialize(new DataInputDeserializer(bytes)));
        }
        return records;
    }
}
