package io.quanyu.jobs.iceberg;

import static org.apache.iceberg.types.Types.NestedField.optional;
import static org.apache.iceberg.types.Types.NestedField.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.contract.EventKinds;
import io.quanyu.contract.StoredTopic;
import io.quanyu.contract.StoredTopics;
import io.quanyu.ingest.Position;
import io.quanyu.jobs.kafka.TopicRecord;
import io.quanyu.jobs.lake.ReadStoredTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.util.InstantiationUtil;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroRowsTest {

    private static final StoredTopic ORDER = EventKinds.ORDER.stored();
    private static final StoredTopic SCAN = EventKinds.SCAN.stored();
    private static final TimestampData INSTANT = TimestampData.fromInstant(Filled.INSTANT);
    private static final int NEXT_DAY_IN_SHANGHAI =
            (int) LocalDate.of(2026, 9, 2).toEpochDay();
    private static final DecimalData YUAN = DecimalData.fromBigDecimal(new BigDecimal("1.01"), 18, 2);

    static List<StoredTopic> topics() {
        return StoredTopics.all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyColumnOfEveryTableIsFilled(StoredTopic topic) throws Exception {
        Map<String, Object> row = row(topic, Ddl.schema(topic.table()));

        assertThat(row).hasSizeGreaterThan(10).doesNotContainValue(null);
    }

    @Test
    void anOrderKeepsItsValuesUnitsAndLines() throws Exception {
        Map<String, Object> row = row(ORDER, Ddl.schema("dwd.order_changed"));

        assertThat(row)
                .containsEntry("event_id", text("event_id"))
                .containsEntry("occurred_at", INSTANT)
                .containsEntry("version", 101L)
                .containsEntry("complete", true)
                .containsEntry("fulfilment", text("PAID"))
                .containsEntry("paid_at", INSTANT)
                .containsEntry("paid_yuan", YUAN)
                .containsEntry(
                        "subject",
                        GenericRowData.of(text("type"), text("scope"), text("value"), text("link"), text("masked")))
                .containsEntry("raw_topic", text("topic"))
                .containsEntry("raw_partition", 101)
                .containsEntry("raw_offset", 101L)
                .containsEntry("subject_text", text("type|scope|value"))
                .containsEntry("dt", NEXT_DAY_IN_SHANGHAI)
                .containsEntry("kafka_partition", 0)
                .containsEntry("kafka_offset", 7L);
        var line = GenericRowData.of(
                text("line_id"), text("product_id"), text("sku_id"), text("title"), text("category"), 101L, YUAN, true);
        assertThat(row).containsEntry("lines", new GenericArrayData(new Object[] {line, line}));
    }

    @Test
    void aDayOfSpendStaysADay() throws Exception {
        assertThat(row(EventKinds.SPEND.stored(), Ddl.schema("dwd.spend_reported")))
                .containsEntry("day", (int) LocalDate.of(2026, 9, 1).toEpochDay())
                .containsEntry("hour", 101);
    }

    @Test
    void aNullFieldIsANullColumn() throws Exception {
        var order = Filled.of(ORDER);
        order.put(order.getSchema().getField("paid_at").pos(), null);
        order.put(order.getSchema().getField("source").pos(), null);

        assertThat(row(ORDER, Ddl.schema("dwd.order_changed"), Filled.at(ORDER, 7, order)))
                .containsEntry("paid_at", null)
                .containsEntry("raw_topic", null)
                .containsEntry("raw_partition", null)
                .containsEntry("raw_offset", null);
    }

    @Test
    void anUnreadableEventIsADeadLetterThatStandsOnNoDeadLetterTopic() throws Exception {
        var poison = new TopicRecord(new Position("event.order", 1, 9), Map.of(), new byte[] {1, 2, 3});

        assertThat(row(StoredTopics.DEAD_LETTER, Ddl.schema("ods.dead_letter"), poison))
                .containsEntry("raw_topic", text("event.order"))
                .containsEntry("raw_partition", 1)
                .containsEntry("raw_offset", 9L)
                .containsEntry("reason", text("UNREADABLE_EVENT"))
                .containsEntry("kafka_partition", null)
                .containsEntry("kafka_offset", null);
    }

    @Test
    void aColumnOfAnOlderLakeWithoutFieldStaysNull() throws Exception {
        var schema = new Schema(
                optional(1, "weather", Types.StringType.get()), optional(2, "live_code", Types.StringType.get()));
        Map<String, Object> expected = new HashMap<>();
        expected.put("weather", null);
        expected.put("live_code", text("live_code"));

        assertThat(row(SCAN, schema)).isEqualTo(expected);
    }

    @Test
    void aColumnThatMayNotBeNullAndThatNoFieldFillsIsRefusedWhenTheJobIsBuilt() {
        assertThatThrownBy(() -> AvroRows.of(SCAN, new Schema(required(1, "weather", Types.StringType.get()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Column weather of dwd.live_code_scanned has type string and no field of record LiveCodeScanned fills it");
    }

    @Test
    void aColumnOfAnotherTypeIsRefusedWhenTheJobIsBuilt() {
        assertThatThrownBy(() -> AvroRows.of(SCAN, new Schema(optional(1, "occurred_at", Types.LongType.get()))))
                .hasMessageContaining("Column occurred_at of dwd.live_code_scanned has type long");
        assertThatThrownBy(() -> AvroRows.of(SCAN, new Schema(required(1, "city", Types.StringType.get()))))
                .as("a null would not fit")
                .hasMessageContaining("Column city");
    }

    @Test
    void theFunctionTravelsToTheTaskThatRunsIt() throws Exception {
        var rows = InstantiationUtil.clone(AvroRows.of(SCAN, Ddl.schema("dwd.live_code_scanned")));
        var scan = ReadStoredTest.stored(Filled.at(SCAN, 7, Filled.of(SCAN)));

        assertThat(rows.map(scan).getString(0)).hasToString("event_id");
    }

    private static Map<String, Object> row(StoredTopic topic, Schema schema) throws Exception {
        return row(topic, schema, Filled.at(topic, 7, Filled.of(topic)));
    }

    private static Map<String, Object> row(StoredTopic topic, Schema schema, TopicRecord record) throws Exception {
        var row = (GenericRowData) AvroRows.of(topic, schema).map(ReadStoredTest.stored(record));
        Map<String, Object> byColumn = new HashMap<>();
        for (int i = 0; i < row.getArity(); i++) {
            byColumn.put(schema.columns().get(i).name(), row.getField(i));
        }
        return byColumn;
    }

    private static StringData text(String text) {
        return StringData.fromString(text);
    }
}
