package io.quanyu.jobs.iceberg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Values of columns in the form that Flink's rows hold, made from plain Java values. */
final class Cells {

    /** The suffix of a column of money in yuan, and the only scale of money. */
    static final String YUAN = "_yuan";

    private static final int FEN_DIGITS = 2;

    private Cells() {}

    /** {@code paid_order_count} becomes {@code paidOrderCount}. */
    static String camel(String column) {
        StringBuilder camel = new StringBuilder(column.length());
        for (String word : column.split("_", -1)) {
            camel.append(camel.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }

    static boolean isInstant(Type type) {
        return type instanceof Types.TimestampType instant && instant.shouldAdjustToUTC();
    }

    static boolean isMoney(Type type) {
        return type instanceof Types.DecimalType decimal && decimal.scale() == FEN_DIGITS;
    }

    static Object yuan(Object fen, Type column) {
        var decimal = (Types.DecimalType) column;
        return decimal(BigDecimal.valueOf(((Number) fen).longValue(), FEN_DIGITS), decimal);
    }

    static Object decimal(BigDecimal value, Types.DecimalType column) {
        DecimalData decimal = DecimalData.fromBigDecimal(
                value.setScale(column.scale(), RoundingMode.UNNECESSARY), column.precision(), column.scale());
        if (decimal == null) {
            throw new ArithmeticException(value + " does not fit into " + column);
        }
        return decimal;
    }

    static Object instant(Object millis) {
        return TimestampData.fromEpochMillis((Long) millis);
    }

    static Object day(Object epochDay) {
        return Math.toIntExact(((Number) epochDay).longValue());
    }

    static Object text(Object value) {
        return StringData.fromString(value.toString());
    }
}
