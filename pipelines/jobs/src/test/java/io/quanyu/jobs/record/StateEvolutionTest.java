package io.quanyu.jobs.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.domain.customer.CouponClaim;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.RefundVersion;
import io.quanyu.domain.customer.Touch;
import io.quanyu.jobs.customer.Account;
import io.quanyu.jobs.customer.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a record may become while older ones of it lie in state, and what is refused. */
class StateEvolutionTest {

    public enum Colour {
        RED,
        GREEN
    }

    public record Part(String text, @Nullable Long number) {}

    /** The record as state has it; the others are what it became. */
    public record Before(String kept, long other, Colour colour, List<Part> parts) {}

    public record Grown(
            List<Part> parts,
            @Nullable String news,
            @Nullable Colour colour,
            String kept,
            long earliest,
            long other,
            Map<String, Long> sums) {

        @SuppressWarnings("UnusedVariable") // Found by its name, though it is private.
        private static final Grown NOTHING =
                new Grown(List.of(), "no news", null, "", Long.MAX_VALUE, 0, Map.of("all", 0L));
    }

    public record GrownByNullable(String kept, long other, Colour colour, List<Part> parts, @Nullable Long more) {}

    public record GrownByNumber(String kept, long other, Colour colour, List<Part> parts, long more) {}

    public record GrownByList(String kept, long other, Colour colour, List<Part> parts, List<Part> more) {}

    public record GrownWithoutSaying(
            String kept, long other, Colour colour, List<Part> parts, @Nullable Long may, String must) {

        static final GrownWithoutSaying UNKNOWN = new GrownWithoutSaying("", 0, Colour.RED, List.of(), null, null);
    }

    public record Lost(String kept, Colour colour, List<Part> parts) {}

    public record Dropped(String kept, Colour colour) {}

    public record Renamed(String name, long other, Colour colour, List<Part> parts) {}

    public record Retyped(String kept, String other, Colour colour, List<Part> parts) {}

    public enum Paint {
        BLUE,
        GREEN,
        SCARLET
    }

    public enum Grey {
        RED
    }

    public record Painted(String kept, long other, Paint colour, List<Part> parts) {}

    public record Greyed(String kept, long other, Grey colour, List<Part> parts) {}

    public record Holder(Before one, List<Before> list, Map<String, Before> map) {}

    public record HolderOfGrown(Grown one, List<Grown> list, Map<String, Grown> map) {}

    public record HolderOfDropped(@Nullable Map<String, Dropped> map) {}

    /** {@code Fragment} with another instant, as the case tells. */
    public record GrownFragment(
            Map<String, GrownOrder> orders,
            Map<String, RefundVersion> refunds,
            Map<String, Touch> touches,
            Map<String, CouponClaim> coupons,
            Map<String, String> maskedPhones,
            long firstSeenMillis,
            long lastMessageMillis,
            long lastBrowseMillis,
            long lastVisitMillis) {

        static final GrownFragment EMPTY = new GrownFragment(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MIN_VALUE,
                Long.MIN_VALUE);
    }

    public record GrownAccount(
            GrownFragment fragment, @Nullable String oneId, long assignment, long sequence, long atMillis) {}

    /** {@code OrderVersion} with {@code payableFen} for {@code paidFen}. */
    public record GrownOrder(
            String eventId,
            String order,
            long version,
            Fulfilment fulfilment,
            @Nullable Long orderedAtMillis,
            @Nullable Long paidAtMillis,
            @Nullable Long closedAtMillis,
            @Nullable Long payableFen,
            @Nullable String liveRoom,
            @Nullable String liveCode,
            @Nullable String region,
            long occurredAtMillis) {}

    /** What is said of these records and enums, found as those of the jobs are. */
    public static final class Names implements StateNames {

        @Override
        public List<StateName> names() {
            return List.of(
                    StateName.of(Part.class, "part-of-test", "io.quanyu.before.Part"),
                    StateName.of(Dropped.class, "dropped-of-test", Dropped.class.getName())
                            .dropped("other")
                            .dropped("parts"),
                    StateName.of(Renamed.class, "renamed-of-test", Renamed.class.getName())
                            .renamed("kept", "name"),
                    StateName.of(MigrationTest.Sighting.class, "sighting-of-test", MigrationTest.Seen.class.getName())
                            .renamed("what", "thing"),
                    StateName.of(Paint.class, "paint-of-test", Paint.class.getName())
                            .renamed("RED", "SCARLET"),
                    StateName.of(HolderOfDropped.class, "holder-of-test", HolderOfDropped.class.getName())
                            .dropped("one")
                            .dropped("list"));
        }
    }

    private static final Before RED = new Before("k", 7, Colour.RED, List.of(new Part("a", 1L), new Part("b", null)));
    private static final Before GREEN = new Before("", -7, Colour.GREEN, List.of());

    private static final Grown GROWN_RED =
            new Grown(RED.parts(), "no news", Colour.RED, "k", Long.MAX_VALUE, 7, Map.of("all", 0L));
    private static final Grown GROWN_GREEN =
            new Grown(List.of(), "no news", Colour.GREEN, "", Long.MAX_VALUE, -7, Map.of("all", 0L));

    @Test
    void aNewComponentIsWhatTheRecordSaysItIsWithout() throws Exception {
        assertThat(StoredRecord.of(RED).with(Before.class, Grown.class).read(Grown.class))
                .isEqualTo(GROWN_RED);
    }

    @Test
    void recordsInRecordsInListsAndInMapsAreWithoutToo() throws Exception {
        StoredRecord holder = StoredRecord.of(new Holder(RED, List.of(RED, GREEN), Map.of("x", GREEN)));

        assertThat(holder.with(Holder.class, HolderOfGrown.class)
                        .with(Before.class, Grown.class)
                        .read(HolderOfGrown.class))
                .isEqualTo(new HolderOfGrown(GROWN_RED, List.of(GROWN_RED, GROWN_GREEN), Map.of("x", GROWN_GREEN)));
    }

    @Test
    void aRecordThatSaysNothingHasNullWhereItMay() throws Exception {
        assertThat(StoredRecord.of(RED)
                        .with(Before.class, GrownByNullable.class)
                        .read(GrownByNullable.class))
                .isEqualTo(new GrownByNullable("k", 7, Colour.RED, RED.parts(), null));
    }

    @Test
    void nothingIsInvented() {
        refused(GrownByNumber.class, "no component more of " + GrownByNumber.class.getName() + ": make it @Nullable");
        refused(GrownByList.class, "no component more of " + GrownByList.class.getName() + ": make it @Nullable");
        refused(GrownWithoutSaying.class, "no component must of " + GrownWithoutSaying.class.getName());
    }

    @Test
    void nothingIsLost() {
        refused(Lost.class, "the component other of " + Lost.class.getName(), "dropped(\"other\")");
        refused(Retyped.class, "the component other of " + Retyped.class.getName() + " with another type");
    }

    @Test
    void whatWasDroppedIsReadOver() throws Exception {
        assertThat(StoredRecord.of(RED).with(Before.class, Dropped.class).read(Dropped.class))
                .isEqualTo(new Dropped("k", Colour.RED));
    }

    @Test
    void whatWasDroppedNeedsNoClasses() throws Exception {
        StoredRecord holder = StoredRecord.of(new Holder(RED, List.of(RED, GREEN), Map.of("x", GREEN, "y", RED)));

        assertThat(holder.with(Holder.class, HolderOfDropped.class)
                        .with(Before.class, Dropped.class)
                        .with("part-of-test", "io.quanyu.nowhere.Part")
                        .read(HolderOfDropped.class))
                .isEqualTo(new HolderOfDropped(
                        Map.of("x", new Dropped("", Colour.GREEN), "y", new Dropped("k", Colour.RED))));
    }

    @Test
    void aComponentThatWasRenamedIsKept() throws Exception {
        assertThat(StoredRecord.of(RED).with(Before.class, Renamed.class).read(Renamed.class))
                .isEqualTo(new Renamed("k", 7, Colour.RED, RED.parts()));
    }

    @Test
    void aNameThatComesAgainIsRefused() {
        assertThatThrownBy(() -> StoredRecord.of(RED)
                        .with(Before.class, Renamed.class)
                        .with("other", "name")
                        .read(Renamed.class))
                .hasMessageContaining("the component name of renamed-of-test (" + Renamed.class.getName() + ") twice");
        assertThatThrownBy(() -> StateName.of(Before.class, "before").dropped("kept"))
                .hasMessageContaining("kept of " + Before.class.getName() + " was dropped");
        assertThatThrownBy(() -> StateName.of(Before.class, "before").renamed("other", "kept"))
                .hasMessageContaining("other of " + Before.class.getName() + " was renamed");
        assertThatThrownBy(() -> StateName.of(Before.class, "before").renamed("before", "after"))
                .hasMessageContaining("after of " + Before.class.getName() + " is to be the new name");
        assertThatThrownBy(() -> NamedTypes.of(
                        List.of(StateName.of(Before.class, "one"), StateName.of(Lost.class, "other", "one"))))
                .hasMessageContaining("Two classes are called one");
        assertThatThrownBy(() ->
                        NamedTypes.of(List.of(StateName.of(Before.class, "one"), StateName.of(Before.class, "other"))))
                .hasMessageContaining("has two names");
    }

    @Test
    void constantsMayBeRenamedMovedAndAdded() throws Exception {
        assertThat(painted(RED)).isEqualTo(new Painted("k", 7, Paint.SCARLET, RED.parts()));
        assertThat(painted(GREEN)).isEqualTo(new Painted("", -7, Paint.GREEN, List.of()));
    }

    @Test
    void aConstantMayNotBeLost() {
        assertThatThrownBy(() -> StoredRecord.of(GREEN)
                        .with(Before.class, Greyed.class)
                        .with(Colour.class, Grey.class)
                        .read(Greyed.class))
                .hasMessageContaining("the constant GREEN of " + Grey.class.getName());
    }

    @Test
    void aClassMayMoveAndIsFoundByItsFormerNames() throws Exception {
        assertThat(StoredRecord.of(RED).form()).contains("part-of-test").doesNotContain(Part.class.getName());
        assertThat(StoredRecord.of(RED)
                        .with("part-of-test", "io.quanyu.before.Part")
                        .read(Before.class))
                .isEqualTo(RED);
    }

    @Test
    void aClassThatIsGoneIsRefused() {
        assertThatThrownBy(() -> StoredRecord.of(RED)
                        .with("part-of-test", "io.quanyu.nowhere.Part")
                        .read(Before.class))
                .hasMessageContaining("values called io.quanyu.nowhere.Part, and no class is called so");
    }

    @Test
    void packedRecordsAreRenewed() throws Exception {
        byte[] read =
                StoredRecord.of(RED).packed().with(Before.class, Grown.class).read(new PackedSerializer<>(Grown.class));

        assertThat(new String(read, ISO_8859_1))
                .isEqualTo(StoredRecord.of(GROWN_RED).bytes());
    }

    /** State of build 26b8b19: the account of a phone, which never acts. */
    @Test
    void anAccountWithoutFactsStillHasNone() throws Exception {
        StoredRecord account = StoredRecord.in("account");

        assertThat(account.read(Account.class).fragment()).isEqualTo(Fragment.EMPTY);
        assertThat(account.with(Account.class, GrownAccount.class)
                        .with("io.quanyu.domain.customer.Fragment", GrownFragment.class.getName())
                        .with("paidFen", "payableFen")
                        .with("io.quanyu.domain.customer.OrderVersion", GrownOrder.class.getName())
                        .read(GrownAccount.class))
                .isEqualTo(new GrownAccount(GrownFragment.EMPTY, "p1", 1, 0, Long.MIN_VALUE));
    }

    /** State of build 26b8b19: a person with one order of 129 yuan. */
    @Test
    void thePaymentOfAnOrderIsNotLost() throws Exception {
        StoredRecord person = StoredRecord.in("person");

        assertThat(person.read(Person.class).facts().values()).singleElement().satisfies(facts -> assertThat(
                        facts.orders().get("e1").paidFen())
                .isEqualTo(12_900));
        assertThatThrownBy(() -> person.with("io.quanyu.domain.customer.OrderVersion", GrownOrder.class.getName())
                        .read(Person.class))
                .hasMessageContaining("the component paidFen of " + GrownOrder.class.getName());
    }

    private static Painted painted(Before before) throws Exception {
        return StoredRecord.of(before)
                .with(Before.class, Painted.class)
                .with(Colour.class, Paint.class)
                .read(Painted.class);
    }

    private static void refused(Class<?> today, String... words) {
        assertThatThrownBy(() -> StoredRecord.of(RED).with(Before.class, today).read(today))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(words);
    }
}
