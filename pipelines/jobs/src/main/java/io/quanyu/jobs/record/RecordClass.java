package io.quanyu.jobs.record;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record class, taken apart and put together without reflection once it is known. */
final class RecordClass {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Class<?> type;
    private final List<Function<Object, @Nullable Object>> components;
    private final MethodHandle constructor;

    private RecordClass(Class<?> type, List<Function<Object, @Nullable Object>> components, MethodHandle constructor) {
        this.type = type;
        this.components = components;
        this.constructor = constructor;
    }

    /**
     * Of a record.
     *
     * @throws IllegalArgumentException if the record or its constructor is not public
     */
    static RecordClass of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            MethodHandle spread = LOOKUP.unreflectConstructor(constructor)
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new RecordClass(
                    type,
                    Arrays.stream(components)
                            .map(component -> reading(component.getAccessor()))
                            .toList(),
                    spread);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalArgumentException(type.getName() + " must be a public record", e);
        }
    }

    Class<?> type() {
        return type;
    }

    String name() {
        return type.getName();
    }

    @Nullable
    Object component(int place, Object value) {
        return components.get(place).apply(value);
    }

    /** A place for each component. */
    @Nullable
    Object[] blank() {
        return new Object[components.size()];
    }

    /** A record of these components, in their order. What its constructor throws passes through. */
    Object make(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot make a " + name() + " of " + Arrays.toString(values), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> reading(Method accessor) {
        try {
            MethodHandle handle = LOOKUP.unreflect(accessor);
            return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                            LOOKUP,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            handle,
                            handle.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(accessor.getDeclaringClass().getName() + " must be public", e);
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot read by " + accessor, e);
        }
    }
}
