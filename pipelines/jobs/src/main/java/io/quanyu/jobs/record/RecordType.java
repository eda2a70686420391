package io.quanyu.jobs.record;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * The type of a public record for Flink, in place of Flink's own for POJOs, which reads fields by reflection and writes texts
 * character by character. A record says so with {@code @TypeInfo(RecordType.Factory.class)}.
 *
 * <p>Components are texts, whole numbers, flags, enums, {@code byte[]}, {@code long[]}, lists and maps of these, and records;
 * only those that are {@code @Nullable} may be null.
 *
 * <p>A record that lies in state may change as decision 0006 says. If it has a constant of its own type called {@code EMPTY},
 * {@code NONE}, {@code NOTHING} or {@code UNKNOWN}, older records have what that has where they lack a component.
 *
 * @param <T> the record
 */
public final class RecordType<T> extends TypeInformation<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    private RecordType(Class<T> type) {
        this.type = type;
    }

    /**
     * Of a record, whether or not it is annotated.
     *
     * @throws IllegalArgumentException if it has a component that cannot be written
     */
    public static <T> TypeInformation<T> of(Class<T> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record");
        }
        Forms.of(type);
        return new RecordType<>(type);
    }

    /** Found by Flink where a record is annotated with it. */
    public static final class Factory<T> extends TypeInfoFactory<T> {

        @Override
        @SuppressWarnings("unchecked")
        public TypeInformation<T> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return of((Class<T>) type);
        }
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new RecordSerializer<>(type);
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    /** The hash of a record is not the same in every version of Java. */
    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public String toString() {
        return type.getName();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordType<?> record && record.type.equals(type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof RecordType<?>;
    }
}
