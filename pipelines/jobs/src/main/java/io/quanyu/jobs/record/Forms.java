package io.quanyu.jobs.record;

import io.quanyu.jobs.record.Form.ListOf;
import io.quanyu.jobs.record.Form.MapOf;
import io.quanyu.jobs.record.Form.Maybe;
import io.quanyu.jobs.record.Form.OneOf;
import io.quanyu.jobs.record.Form.Plain;
import io.quanyu.jobs.record.Form.Whole;
import io.quanyu.jobs.record.Form.Whole.Field;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the form of a type as it is declared today. */
final class Forms {

    private static final Map<Type, Form> PLAIN = Map.of(
            String.class, Plain.TEXT,
            long.class, Plain.LONG,
            Long.class, Plain.LONG,
            int.class, Plain.INT,
            Integer.class, Plain.INT,
            boolean.class, Plain.FLAG,
            Boolean.class, Plain.FLAG,
            byte[].class, Plain.BYTES,
            long[].class, Plain.LONGS);

    /** Each form is made once, so that all who write a record run the same compiled code. */
    private static final ClassValue<Whole> TODAY = new ClassValue<Whole>() {
        @Override
        protected Whole computeValue(Class<?> type) {
            return declared(type);
        }
    };

    private Forms() {}

    /**
     * The form of a record as its class declares it.
     *
     * @throws IllegalArgumentException if it has a component of a type that no form is for
     */
    static Whole of(Class<?> type) {
        return TODAY.get(type);
    }

    private static Whole declared(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(new Field(component.getName(), of(component), fields.size()));
        }
        RecordClass record = RecordClass.of(type);
        return new Whole(record, fields, record.blank());
    }

    private static Form of(RecordComponent component) {
        try {
            Form form = of(component.getGenericType());
            return isNullable(component.getAnnotatedType()) ? new Maybe(form) : form;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    component.getDeclaringRecord().getName() + "." + component.getName() + ": " + e.getMessage(), e);
        }
    }

    private static Form of(Type type) {
        Form plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (type instanceof Class<?> of && of.isEnum()) {
            return OneOf.of(of);
        }
        if (type instanceof Class<?> of && of.isRecord()) {
            return of(of);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return new ListOf(of(generic.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return new MapOf(of(generic.getActualTypeArguments()[0]), of(generic.getActualTypeArguments()[1]));
        }
        throw new IllegalArgumentException("There is no form for a " + type.getTypeName());
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
