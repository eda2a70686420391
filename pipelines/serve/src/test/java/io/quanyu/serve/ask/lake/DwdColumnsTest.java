package io.quanyu.serve.ask.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
import io.trino.sql.parser.SqlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of facts have exactly the fields of the events, in their order, by the rules of names and types. */
class DwdColumnsTest {

    private static final List<String> ADDED =
            List.of("subject_text varchar", "dt date", "kafka_partition integer", "kafka_offset bigint");

    static List<EventKind> kinds() {
        return EventKinds.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFactTableHasTheFieldsOfItsEventAndNoOthers(EventKind kind) {
        SqlFile table = SqlFile.tables().stream()
                .filter(file -> tableOf(file).equals(kind.table()))
                .findFirst()
                .orElseThrow();
        List<String> columns = table.columns().stream()
                .map(column -> column.getName().toString() + " " + column.getType())
                .toList();

        assertThat(columns).containsExactlyElementsOf(columnsOf(kind.schema()));
    }

    @Test
    void everyFactTableBelongsToAnEvent() {
        assertThat(SqlFile.tables().stream()
                        .filter(file -> file.layer().equals("dwd"))
                        .map(DwdColumnsTest::tableOf))
                .containsExactlyInAnyOrderElementsOf(
                        kinds().stream().map(EventKind::table).toList());
    }

    private static String tableOf(SqlFile file) {
        return file.layer() + "." + file.name();
    }

    private static List<String> columnsOf(Schema event) {
        var columns = new ArrayList<String>();
        for (Schema.Field field : event.getFields()) {
            if (field.name().equals("source")) {
                columns.addAll(List.of("raw_topic varchar", "raw_partition integer", "raw_offset bigint"));
            } else {
                columns.add(column(field));
            }
        }
        columns.addAll(ADDED);
        return columns;
    }

    private static String column(Schema.Field field) {
        return columnName(field) + " " + new SqlParser().createType(columnType(field));
    }

    private static String columnName(Schema.Field field) {
        return field.name().replaceAll("_fen$", "_yuan");
    }

    private static String columnType(Schema.Field field) {
        return field.name().endsWith("_fen") ? "decimal(18,2)" : type(field.schema());
    }

    private static String type(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null) {
            return logical.getName().equals("date") ? "date" : "timestamp(6) with time zone";
        }
        return switch (schema.getType()) {
            case STRING, ENUM -> "varchar";
            case INT -> "integer";
            case LONG -> "bigint";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array(" + type(schema.getElementType()) + ")";
            case UNION -> type(schema.getTypes().stream()
                    .filter(branch -> branch.getType() != Schema.Type.NULL)
                    .findFirst()
                    .orElseThrow());
            case RECORD -> schema.getFields().stream()
                    .map(field -> columnName(field) + " " + columnType(field))
                    .collect(Collectors.joining(", ", "row(", ")"));
            default -> throw new AssertionError("No rule for " + schema);
        };
    }
}
