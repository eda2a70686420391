package io.quanyu.jobs.iceberg;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.TimestampData;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * How a value of an Avro field is written into a column.
 *
 * <p>Money in fen fills yuan, timestamps fill instants with zone, enums fill text, arrays and records fill lists and rows of
 * the same names.
 */
final class AvroForms {

    private static final String FEN = "_fen";

    private AvroForms() {}

    /** The field that fills a column: of the same name, or in fen for a column in yuan. */
    static Optional<Schema.Field> fieldOf(Types.NestedField column, Schema record) {
        String name = column.name();
        String field = name.endsWith(Cells.YUAN) ? name.substring(0, name.length() - Cells.YUAN.length()) + FEN : name;
        return Optional.ofNullable(record.getField(field));
    }

    /** The form of a value that is not null; nothing if the types do not fit. */
    static Optional<UnaryOperator<Object>> form(Type column, Schema field) {
        Schema avro = notNull(field);
        return switch (column.typeId()) {
            case STRING -> given(isText(avro), Cells::text);
            case LONG -> given(isPlain(avro, Schema.Type.LONG), value -> value);
            case INTEGER -> given(isPlain(avro, Schema.Type.INT), value -> value);
            case BOOLEAN -> given(isPlain(avro, Schema.Type.BOOLEAN), value -> value);
            case DECIMAL -> given(
                    isPlain(avro, Schema.Type.LONG) && Cells.isMoney(column), fen -> Cells.yuan(fen, column));
            case TIMESTAMP -> given(
                    isLogical(avro, LogicalTypes.timestampMillis()) && Cells.isInstant(column),
                    value -> TimestampData.fromInstant((Instant) value));
            case DATE -> given(
                    isLogical(avro, LogicalTypes.date()), value -> Cells.day(((LocalDate) value).toEpochDay()));
            case LIST -> avro.getType() == Schema.Type.ARRAY ? list((Types.ListType) column, avro) : Optional.empty();
            case STRUCT -> avro.getType() == Schema.Type.RECORD
                    ? struct((Types.StructType) column, avro)
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<UnaryOperator<Object>> list(Types.ListType column, Schema array) {
        return form(column.elementType(), array.getElementType())
                .map(element -> values -> new GenericArrayData(
                        ((Collection<?>) values).stream().map(element).toArray()));
    }

    private static Optional<UnaryOperator<Object>> struct(Types.StructType column, Schema record) {
        List<Optional<Cell<IndexedRecord>>> cells =
                column.fields().stream().map(inner -> cell(inner, record)).toList();
        if (!cells.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        List<Cell<IndexedRecord>> present =
                cells.stream().map(Optional::orElseThrow).toList();
        return Optional.of(value -> {
            var row = new GenericRowData(present.size());
            for (int i = 0; i < present.size(); i++) {
                row.setField(i, present.get(i).of((IndexedRecord) value));
            }
            return row;
        });
    }

    /** The column filled from the record, or nothing if no field fits. */
    static Optional<Cell<IndexedRecord>> cell(Types.NestedField column, Schema record) {
        return fieldOf(column, record)
                .filter(field -> column.isOptional() || !field.schema().isNullable())
                .flatMap(field -> form(column.type(), field.schema())
                        .map(form -> source -> formed(source.get(field.pos()), form)));
    }

    private static @Nullable Object formed(@Nullable Object value, UnaryOperator<Object> form) {
        return value == null ? null : form.apply(value);
    }

    private static Schema notNull(Schema field) {
        return field.isNullable() && field.isUnion()
                ? field.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElse(field)
                : field;
    }

    private static boolean isText(Schema avro) {
        return isPlain(avro, Schema.Type.STRING) || avro.getType() == Schema.Type.ENUM;
    }

    private static boolean isPlain(Schema avro, Schema.Type type) {
        return avro.getType() == type && avro.getLogicalType() == null;
    }

    private static boolean isLogical(Schema avro, LogicalType type) {
        return type.equals(avro.getLogicalType());
    }

    private static Optional<UnaryOperator<Object>> given(boolean fits, UnaryOperator<Object> form) {
        return fits ? Optional.of(form) : Optional.empty();
    }
}
