package io.quanyu.jobs.iceberg;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.iceberg.types.Types;

/**
 * Finds, for a column of a table, the component of a record that fills it.
 *
 * <table>
 * <caption>From column to component</caption>
 * <tr><th>column</th><th>component</th></tr>
 * <tr><td>{@code one_id varchar}</td><td>{@code String oneId}, or an enum, whose constant is written as it is</td></tr>
 * <tr><td>{@code order_count bigint}</td><td>{@code long orderCount}, {@code int} for {@code integer}, {@code boolean}</td></tr>
 * <tr><td>{@code paid_yuan decimal(18, 2)}</td><td>{@code long paidFen}</td></tr>
 * <tr><td>{@code roi decimal(18, 4)}</td><td>{@code String roi} or {@code BigDecimal roi}, with no more digits</td></tr>
 * <tr><td>{@code decided_at timestamp with time zone}</td><td>{@code long decidedAtMillis}, epoch milliseconds</td></tr>
 * <tr><td>{@code paid_day date}</td><td>{@code long paidDay}, epoch day; for {@code day} also {@code epochDay}; {@code dtDay} for {@code dt}</td></tr>
 * <tr><td>{@code tags array(varchar)}</td><td>{@code List<String> tags}; {@code List<Long>} of epoch days for {@code array(date)}</td></tr>
 * </table>
 *
 * <p>A component that may be null is boxed; a null in a column that is {@code not null} is refused, with its name. A column
 * without a component stands in an older lake and is no longer written: it stays null, and is refused only if it may not.
 */
final class RecordColumns<R extends Record> {

    private final String table;
    private final Class<R> record;
    private final Map<String, RecordComponent> components;

    RecordColumns(String table, Class<R> record) {
        this.table = table;
        this.record = record;
        this.components = Arrays.stream(record.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, component -> component));
    }

    Cell<R> cell(Types.NestedField column) {
        Optional<RecordComponent> component = component(column);
        if (component.isPresent()) {
            return filled(column, component.get());
        }
        if (column.isRequired()) {
            throw refused(column, "may not be null and has no component " + String.join(" or ", names(column)));
        }
        return source -> null;
    }

    /** The component of the column's name, if the record has one. */
    Optional<RecordComponent> component(Types.NestedField column) {
        return names(column).stream()
                .filter(components::containsKey)
                .findFirst()
                .map(components::get);
    }

    private Cell<R> filled(Types.NestedField column, RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        UnaryOperator<Object> form = form(column, column.type(), component.getGenericType());
        return source -> {
            Object value = read(accessor, source);
            if (value == null && column.isRequired()) {
                throw new IllegalStateException("Column " + column.name() + " of " + table + " is not null, but "
                        + component.getName() + " of a " + record.getSimpleName() + " is");
            }
            return value == null ? null : form.apply(value);
        };
    }

    private static List<String> names(Types.NestedField column) {
        String name = Cells.camel(column.name());
        if (Cells.isInstant(column.type())) {
            return List.of(name + "Millis");
        }
        if (Cells.isMoney(column.type()) && column.name().endsWith(Cells.YUAN)) {
            return List.of(name.substring(0, name.length() - "Yuan".length()) + "Fen");
        }
        if (column.type() instanceof Types.DateType) {
            return name.equals("day") ? List.of(name, "epochDay") : List.of(name, name + "Day");
        }
        return List.of(name);
    }

    private UnaryOperator<Object> form(Types.NestedField column, org.apache.iceberg.types.Type type, Type component) {
        if (type instanceof Types.ListType list && elementOf(component) instanceof Class<?> element) {
            UnaryOperator<Object> inner = form(column, list.elementType(), element);
            return values -> new GenericArrayData(((Collection<?>) values)
                    .stream()
                            .map(value -> value == null ? null : inner.apply(value))
                            .toArray());
        }
        boolean fits = component instanceof Class<?> plain
                && switch (type.typeId()) {
                    case STRING -> plain == String.class || plain.isEnum();
                    case LONG, TIMESTAMP, DATE -> plain == long.class || plain == Long.class;
                    case INTEGER -> plain == int.class || plain == Integer.class;
                    case BOOLEAN -> plain == boolean.class || plain == Boolean.class;
                    case DECIMAL -> fitsDecimal(column, plain);
                    default -> false;
                };
        if (!fits) {
            throw refused(column, "of type " + type + " cannot be filled from " + component.getTypeName());
        }
        return form(column, type);
    }

    private static boolean fitsDecimal(Types.NestedField column, Class<?> component) {
        return column.name().endsWith(Cells.YUAN)
                ? component == long.class || component == Long.class
                : component == String.class || component == BigDecimal.class;
    }

    private static UnaryOperator<Object> form(Types.NestedField column, org.apache.iceberg.types.Type type) {
        return switch (type.typeId()) {
            case STRING -> Cells::text;
            case TIMESTAMP -> Cells::instant;
            case DATE -> Cells::day;
            case DECIMAL -> column.name().endsWith(Cells.YUAN)
                    ? fen -> Cells.yuan(fen, type)
                    : value -> Cells.decimal(new BigDecimal(value.toString()), (Types.DecimalType) type);
            default -> value -> value;
        };
    }

    private static Type elementOf(Type component) {
        return component instanceof ParameterizedType generic
                        && generic.getRawType() instanceof Class<?> raw
                        && Collection.class.isAssignableFrom(raw)
                ? generic.getActualTypeArguments()[0]
                : void.class;
    }

    private static Object read(Method accessor, Object source) {
        try {
            return accessor.invoke(source);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + accessor, e);
        }
    }

    private IllegalArgumentException refused(Types.NestedField column, String why) {
        return new IllegalArgumentException(
                "Column " + column.name() + " of " + table + " " + why + " of record " + record.getSimpleName());
    }
}
