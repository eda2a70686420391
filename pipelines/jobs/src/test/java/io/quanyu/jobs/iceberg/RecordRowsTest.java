package io.quanyu.jobs.iceberg;

import static org.apache.iceberg.types.Types.NestedField.optional;
import static org.apache.iceberg.types.Types.NestedField.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.util.InstantiationUtil;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordRowsTest {

    enum Status {
        OPENED
    }

    /** One component for every form that a column can take. */
    record Alert(
            String tenant,
            Status status,
            long version,
            int ruleVersion,
            boolean live,
            long spendAtRiskFen,
            @Nullable Long paidFen,
            String threshold,
            long decidedAtMillis,
            @Nullable Long lastPaidAtMillis,
            long paidDay,
            long epochDay,
            long dtDay,
            List<String> witnesses,
            List<Long> days,
            List<String> roi,
            String withoutColumn) {}

    private static final Schema SCHEMA = new Schema(
            required(1, "tenant", Types.StringType.get()),
            optional(2, "status", Types.StringType.get()),
            optional(3, "version", Types.LongType.get()),
            optional(4, "rule_version", Types.IntegerType.get()),
            optional(5, "live", Types.BooleanType.get()),
            optional(6, "spend_at_risk_yuan", Types.DecimalType.of(18, 2)),
            optional(7, "paid_yuan", Types.DecimalType.of(18, 2)),
            optional(8, "threshold", Types.DecimalType.of(18, 4)),
            required(9, "decided_at", Types.TimestampType.withZone()),
            optional(10, "last_paid_at", Types.TimestampType.withZone()),
            optional(11, "paid_day", Types.DateType.get()),
            optional(12, "day", Types.DateType.get()),
            optional(13, "dt", Types.DateType.get()),
            optional(14, "witnesses", Types.ListType.ofOptional(20, Types.StringType.get())),
            optional(15, "days", Types.ListType.ofOptional(21, Types.DateType.get())),
            optional(16, "roi", Types.ListType.ofOptional(22, Types.DecimalType.of(18, 4))));

    private static final long DECIDED =
            Instant.parse("2026-09-04T16:10:00.123Z").toEpochMilli();
    private static final int FIRST = (int) LocalDate.of(2026, 9, 1).toEpochDay();

    private static final Alert ALERT = new Alert(
            "tea",
            Status.OPENED,
            7,
            1,
            true,
            -1_234_567,
            null,
            "1.5",
            DECIDED,
            null,
            FIRST,
            FIRST + 1,
            FIRST + 2,
            List.of("o-1", "o-2"),
            List.of((long) FIRST, FIRST + 1L),
            Arrays.asList("0.8123", null),
            "not a column");

    @Test
    void everyFormOfColumnIsFilledByItsComponent() {
        RowData row = RecordRows.of("ads.alert", Alert.class, SCHEMA).map(ALERT);

        assertThat(row)
                .isEqualTo(GenericRowData.of(
                        StringData.fromString("tea"),
                        StringData.fromString("OPENED"),
                        7L,
                        1,
                        true,
                        yuan("-12345.67"),
                        null,
                        DecimalData.fromBigDecimal(new BigDecimal("1.5000"), 18, 4),
                        TimestampData.fromEpochMillis(DECIDED),
                        null,
                        FIRST,
                        FIRST + 1,
                        FIRST + 2,
                        new GenericArrayData(new Object[] {StringData.fromString("o-1"), StringData.fromString("o-2")}),
                        new GenericArrayData(new Object[] {FIRST, FIRST + 1}),
                        new GenericArrayData(
                                new Object[] {DecimalData.fromBigDecimal(new BigDecimal("0.8123"), 18, 4), null})));
    }

    @Test
    void aColumnOfAnOlderLakeWithoutComponentStaysNull() {
        var schema = new Schema(
                optional(1, "net_revenue_yuan", Types.DecimalType.of(18, 2)),
                required(2, "tenant", Types.StringType.get()));

        assertThat(RecordRows.of("dws.profile_change", Alert.class, schema).map(ALERT))
                .isEqualTo(GenericRowData.of(null, StringData.fromString("tea")));
    }

    @Test
    void aColumnThatMayNotBeNullAndHasNoComponentIsRefusedWhenTheJobIsBuilt() {
        var schema = new Schema(required(1, "net_revenue_yuan", Types.DecimalType.of(18, 2)));

        assertThatThrownBy(() -> RecordRows.of("dws.profile_change", Alert.class, schema))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column net_revenue_yuan of dws.profile_change may not be null and has no component"
                        + " netRevenueFen of record Alert");
    }

    @Test
    void aComponentOfAnotherTypeIsRefusedWhenTheJobIsBuilt() {
        var text = new Schema(optional(1, "version", Types.StringType.get()));
        var days = new Schema(optional(1, "days", Types.ListType.ofOptional(2, Types.StringType.get())));

        assertThatThrownBy(() -> RecordRows.of("ads.alert", Alert.class, text))
                .hasMessage("Column version of ads.alert of type string cannot be filled from long of record Alert");
        assertThatThrownBy(() -> RecordRows.of("ads.alert", Alert.class, days))
                .hasMessageContaining("cannot be filled from java.lang.Long of record Alert");
    }

    @Test
    void aNullInAColumnThatHasNoneIsRefusedByName() {
        var schema = new Schema(required(1, "last_paid_at", Types.TimestampType.withZone()));
        var rows = RecordRows.of("dws.profile_change", Alert.class, schema);

        assertThatThrownBy(() -> rows.map(ALERT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Column last_paid_at of dws.profile_change is not null, but lastPaidAtMillis of a Alert is");
    }

    @Test
    void moreDigitsThanTheColumnHasAreAnError() {
        record Rate(String roi) {}
        var rows = RecordRows.of("x.y", Rate.class, new Schema(optional(1, "roi", Types.DecimalType.of(18, 4))));

        assertThatThrownBy(() -> rows.map(new Rate("0.12345"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> rows.map(new Rate("123456789012345"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theFunctionTravelsToTheTaskThatRunsIt() throws Exception {
        var rows = InstantiationUtil.clone(RecordRows.of("ads.alert", Alert.class, SCHEMA));

        assertThat(rows.map(ALERT).getString(0)).hasToString("tea");
    }

    private static DecimalData yuan(String yuan) {
        return DecimalData.fromBigDecimal(new BigDecimal(yuan), 18, 2);
    }
}
