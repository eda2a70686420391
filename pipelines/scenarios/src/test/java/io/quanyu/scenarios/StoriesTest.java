package io.quanyu.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.ingest.PhoneGuard;
import io.quanyu.scenarios.Story.StoryEvent;
import io.quanyu.scenarios.StoryReader.BadStory;
import io.quanyu.scenarios.Variant.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of stories: every file of the repository can be read, and what is wrong with another is said. */
class StoriesTest {

    private static final PhoneGuard PHONES = PhoneGuard.withKeys(tenant -> tenant.getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    static List<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("."))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyStoryOfTheRepositoryIsMadeOfValidEvents(Path file) {
        Story story = StoryReader.read(file);

        EventForm form = new EventForm(story.name(), new Ids(story.name(), PHONES));

        assertThat(story.proves()).isNotBlank();
        assertThat(story.events()).isNotEmpty();
        assertThat(story.events())
                .filteredOn(event -> !event.kind().equals("raw"))
                .allSatisfy(event -> {
                    GenericRecord record = form.record(event, event.receivedAt());
                    assertThat(GenericData.get().validate(record.getSchema(), record))
                            .isTrue();
                });
    }

    @Test
    void aShortOrderBecomesAWholeEvent() throws IOException {
        GenericRecord order = record(
                """
                - at: 2026-05-03T10:00:00
                  order: {account: "taobao:li", order_id: TB1, paid_yuan: 59.90, phone: "13800000001"}
                """);

        assertThat(order.get("event_id")).isEqualTo("taobao:order:li:TB1:1777773600000");
        assertThat(order.get("paid_fen")).isEqualTo(5990L);
        assertThat(order.get("paid_at"))
                .isEqualTo(Instant.parse("2026-05-03T02:00:00Z").toEpochMilli());
        assertThat(order.get("fulfilment")).hasToString("PAID");
        assertThat((List<?>) order.get("identifiers"))
                .extracting(id -> ((GenericRecord) id).get("type") + " " + ((GenericRecord) id).get("link"))
                .containsExactly("account self", "phone buyer-phone", "order order-of");
        assertThat(order.toString()).doesNotContain("13800000001");
    }

    @Test
    void aRefundWithoutAccountIsAFactOfItsOrder() throws IOException {
        GenericRecord refund = record(
                """
                - at: 2026-05-03T10:00:00
                  refund: {platform: youzan, order_id: Y1, refund_yuan: 1}
                """);

        assertThat(refund.get("subject"))
                .hasToString(
                        "{\"type\": \"order\", \"scope\": \"youzan:shop1\", \"value\": \"Y1\", \"link\": \"self\", \"masked\": null}");
        assertThat(refund.get("refund_id")).isEqualTo("Y1-r");
    }

    @Test
    void aBlockNamesAnIdentifierInShort() throws IOException {
        GenericRecord block = record(
                """
                - at: 2026-05-03T10:00:00
                  ruling: {block: "phone:13800000001", reason: phone of the store}
                """);

        GenericRecord phone = (GenericRecord) block.get("identifier");
        assertThat(block.get("ruling")).hasToString("BLOCK");
        assertThat(phone.get("type")).isEqualTo("phone");
        assertThat(phone.get("value"))
                .isEqualTo(PHONES.identify("t", "13800000001").orElseThrow().hash());
        assertThat(block.get("reason")).isEqualTo("phone of the store");
        assertThat(((GenericRecord) block.get("subject")).get("type")).isEqualTo("operator");
        assertThat((List<?>) block.get("identifiers")).isEmpty();
        assertThat(block.toString()).doesNotContain("13800000001");
    }

    @Test
    void aRetractionNamesEvidenceInShortAndInFull() throws IOException {
        GenericRecord retract = record(
                """
                - at: 2026-05-03T10:00:00
                  ruling:
                    retract: {left: "youzan:li", right: {type: unionid, scope: w, value: u}, rule: claim}
                """);

        assertThat(retract.get("event_id"))
                .isEqualTo("quanyu:retract:account|youzan:shop1|li,unionid|w|u,claim:1777773600000");
        assertThat(retract.get("left_identifier")).asString().contains("youzan:shop1");
        assertThat(retract.get("rule")).isEqualTo("claim");
        assertThat(retract.get("shop")).isEqualTo("");
    }

    @Test
    void aRulingThatIsNoneIsRefused() {
        assertThatThrownBy(() -> record("- {at: 2026-05-03T10:00:00, ruling: {block: \"a:b\", unblock: \"a:b\"}}"))
                .hasMessageContaining("events[0].ruling says two things: block and unblock");
        assertThatThrownBy(() -> record("- {at: 2026-05-03T10:00:00, ruling: {retract: {left: \"a:b\", rule: claim}}}"))
                .hasMessageContaining("events[0].ruling.retract lacks right");
        assertThatThrownBy(() -> record("- {at: 2026-05-03T10:00:00, ruling: {reason: because}}"))
                .hasMessageContaining("lacks ruling");
        assertThatThrownBy(() -> record("- {at: 2026-05-03T10:00:00, ruling: {block: \"a:b\", account: \"a:b\"}}"))
                .hasMessageContaining("unknown part \"account\"");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertThatThrownBy(() -> record("- {at: 2026-05-03T10:00:00, order: {account: \"taobao:li\", oder_id: X}}"))
                .isInstanceOf(BadStory.class)
                .hasMessageContaining("events[0].order has an unknown part \"oder_id\"");
        assertThatThrownBy(() -> record("- {at: yesterday, order: {}}"))
                .hasMessageContaining("events[0].at is not a time: \"yesterday\"");
        assertThatThrownBy(() -> record("- {at: 2026-05-03T10:00:00, odrer: {account: \"taobao:li\"}}"))
                .hasMessageContaining("unknown kind \"odrer\"");
        assertThatThrownBy(() -> record("- {at: 2026-05-03T10:00:00, order: {account: li, order_id: X}}"))
                .hasMessageContaining("\"li\" names no account");
    }

    @RepeatedTest(50)
    void aShuffleDeliversEveryEventOnceByTheSameMomentAndNeverBeforeItHappens(RepetitionInfo repetition)
            throws IOException {
        Story story = StoryReader.read(
                stories().get(repetition.getCurrentRepetition() % stories().size()));
        Cast cast = Cast.of(story, new Variant((long) repetition.getCurrentRepetition(), false));

        List<Delivery> deliveries = cast.deliveries();

        assertThat(deliveries).extracting(Delivery::event).containsExactlyInAnyOrderElementsOf(story.events());
        assertThat(deliveries).allSatisfy(delivery -> {
            assertThat(delivery.receivedAt()).isAfterOrEqualTo(delivery.event().at());
            assertThat(momentOf(story, delivery.receivedAt()))
                    .isEqualTo(momentOf(story, delivery.event().receivedAt()));
        });
    }

    @Test
    void duplicatesDeliverEveryEventTwice() throws IOException {
        Story story = StoryReader.read(stories().get(0));

        List<Delivery> deliveries = Cast.of(story, new Variant(null, true)).deliveries();

        assertThat(deliveries).hasSize(2 * story.events().size());
    }

    private static Instant momentOf(Story story, Instant instant) {
        return story.moments().stream()
                .filter(moment -> !moment.isBefore(instant))
                .findFirst()
                .orElseThrow();
    }

    private GenericRecord record(String events) throws IOException {
        Path file = Files.writeString(
                folder.resolve("story.yaml"),
                "events:\n" + events.strip() + "\nexpect: [{sql: select 1, rows: [[1]]}]\n");
        StoryEvent event = StoryReader.read(file).events().get(0);
        return new EventForm("t", new Ids("t", PHONES)).record(event, event.receivedAt());
    }
}
