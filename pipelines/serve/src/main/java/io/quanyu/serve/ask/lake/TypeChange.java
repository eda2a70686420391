package io.quanyu.serve.ask.lake;

import io.trino.sql.tree.DataType;
import io.trino.sql.tree.DataTypeParameter;
import io.trino.sql.tree.GenericDataType;
import io.trino.sql.tree.NumericParameter;
import io.trino.sql.tree.RowDataType;
import io.trino.sql.tree.TypeParameter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What it takes to make a column's type another one and keep the values that are there. */
enum TypeChange {
    NONE,
    /** Iceberg reads what was written before: bigger integers, more digits before the point, further fields of a row. */
    WIDENING,
    IMPOSSIBLE;

    static TypeChange between(DataType from, DataType to) {
        if (from instanceof RowDataType row && to instanceof RowDataType wider) {
            return fields(row, wider);
        }
        if (from instanceof GenericDataType plain && to instanceof GenericDataType wider) {
            return plain(plain, wider);
        }
        return from.toString().equalsIgnoreCase(to.toString()) ? NONE : IMPOSSIBLE;
    }

    private static TypeChange plain(GenericDataType from, GenericDataType to) {
        String name = name(from);
        if (!name.equals(name(to))) {
            return name.equals("integer") && name(to).equals("bigint") ? WIDENING : IMPOSSIBLE;
        }
        List<DataTypeParameter> before = from.getArguments();
        List<DataTypeParameter> after = to.getArguments();
        if (before.equals(after)) {
            return NONE;
        }
        return switch (name) {
            case "decimal" -> before.size() == 2 && after.size() == 2 ? digits(before, after) : IMPOSSIBLE;
            case "array" -> between(element(before), element(after));
            default -> IMPOSSIBLE;
        };
    }

    /** More digits in all, as many after the point. */
    private static TypeChange digits(List<DataTypeParameter> before, List<DataTypeParameter> after) {
        return number(after.get(0)) > number(before.get(0)) && number(after.get(1)) == number(before.get(1))
                ? WIDENING
                : IMPOSSIBLE;
    }

    private static TypeChange fields(RowDataType from, RowDataType to) {
        Map<String, DataType> before = fieldsOf(from);
        Map<String, DataType> after = fieldsOf(to);
        if (!after.keySet().containsAll(before.keySet())) {
            return IMPOSSIBLE;
        }
        Stream<TypeChange> kept = before.keySet().stream().map(field -> between(before.get(field), after.get(field)));
        TypeChange further = after.size() > before.size() ? WIDENING : NONE;
        return Stream.concat(kept, Stream.of(further))
                .max(Comparator.naturalOrder())
                .orElse(NONE);
    }

    private static Map<String, DataType> fieldsOf(RowDataType row) {
        var fields = new HashMap<String, DataType>();
        for (RowDataType.Field field : row.getFields()) {
            fields.put(field.getName().orElseThrow().getValue().toLowerCase(Locale.ROOT), field.getType());
        }
        return fields;
    }

    private static String name(GenericDataType type) {
        String name = type.getName().getValue().toLowerCase(Locale.ROOT);
        return name.equals("int") ? "integer" : name;
    }

    private static DataType element(List<DataTypeParameter> arguments) {
        return ((TypeParameter) arguments.get(0)).getValue();
    }

    private static int number(DataTypeParameter parameter) {
        return Integer.parseInt(((NumericParameter) parameter).getValue());
    }
}
