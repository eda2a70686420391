package io.quanyu.jobs.record;

import io.quanyu.jobs.record.Form.ListOf;
import io.quanyu.jobs.record.Form.MapOf;
import io.quanyu.jobs.record.Form.Maybe;
import io.quanyu.jobs.record.Form.OneOf;
import io.quanyu.jobs.record.Form.Plain;
import io.quanyu.jobs.record.Form.Whole;
import io.quanyu.jobs.record.Form.Whole.Field;
import java.io.DataInput;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the form of a type: as it is declared today, or as a savepoint describes it. */
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
        Object[] absent = fields.stream().map(field -> field.form().absent()).toArray();
        return new Whole(RecordClass.of(type, absent), fields);
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

    /** The form that {@link Form#describe} wrote, with the classes of today. */
    static Form read(DataInput in, ClassLoader classes) throws IOException {
        String name = in.readUTF();
        return switch (name) {
            case Maybe.NAME -> new Maybe(read(in, classes));
            case ListOf.NAME -> new ListOf(read(in, classes));
            case MapOf.NAME -> new MapOf(read(in, classes), read(in, classes));
            case OneOf.NAME -> readOneOf(in, classes);
            case Whole.NAME -> readWhole(in, classes);
            default -> Plain.valueOf(name);
        };
    }

    private static Form readOneOf(DataInput in, ClassLoader classes) throws IOException {
        Class<?> type = load(in.readUTF(), classes);
        Map<String, Object> today = new HashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> today.put(((Enum<?>) constant).name(), constant));
        List<Object> constants = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            String name = in.readUTF();
            Object constant = today.get(name);
            if (constant == null) {
                throw new IOException(type.getName() + " no longer has the constant " + name + ", which is in state");
            }
            constants.add(constant);
        }
        return new OneOf(type, constants);
    }

    private static Form readWhole(DataInput in, ClassLoader classes) throws IOException {
        Whole today = of(load(in.readUTF(), classes));
        Map<String, Integer> places = new HashMap<>();
        today.fields().forEach(field -> places.put(field.name(), field.place()));
        List<Field> fields = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            String name = in.readUTF();
            fields.add(new Field(name, read(in, classes), places.getOrDefault(name, -1)));
        }
        return new Whole(today.type(), fields);
    }

    private static Class<?> load(String name, ClassLoader classes) throws IOException {
        try {
            return Class.forName(name, true, classes);
        } catch (ClassNotFoundException e) {
            throw new IOException("State has records of the class " + name + ", which is no more", e);
        }
    }
}
