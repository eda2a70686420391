package io.quanyu.jobs.record;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record that says nothing, as its class declares it: a static final constant of its own type, of any visibility, with one
 * of the {@link #NAMES}. Its components are what older records have where they have none.
 */
final class Neutral {

    /** The first that a class has counts. */
    static final List<String> NAMES = List.of("EMPTY", "NONE", "NOTHING", "UNKNOWN");

    private Neutral() {}

    /** Null if the class declares none. */
    static @Nullable Object of(Class<?> type) {
        for (String name : NAMES) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name) && isConstant(field, type)) {
                    return value(field);
                }
            }
        }
        return null;
    }

    private static boolean isConstant(Field field, Class<?> type) {
        return field.getType() == type
                && Modifier.isStatic(field.getModifiers())
                && Modifier.isFinal(field.getModifiers());
    }

    private static @Nullable Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read " + field, e);
        }
    }
}
