package io.quanyu.jobs.record;

import io.quanyu.jobs.record.Form.Whole;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as their {@link Form} says. A record is never changed, so it is its own copy. Not for several threads.
 *
 * @param <T> the record
 */
public final class RecordSerializer<T> extends TypeSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    /** As read from a savepoint; null for the form of today. */
    private final transient @Nullable Whole written;

    private transient @Nullable Whole form;
    private transient @Nullable Encoded encoded;

    RecordSerializer(Class<T> type) {
        this(type, null);
    }

    RecordSerializer(Class<T> type, @Nullable Whole written) {
        this.type = type;
        this.written = written;
    }

    Class<T> type() {
        return type;
    }

    Whole form() {
        if (form == null) {
            form = written == null ? Forms.of(type) : written;
        }
        return form;
    }

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        if (encoded == null) {
            encoded = new Encoded();
        }
        encoded.clear();
        form().write(value, encoded);
        target.write(encoded.bytes(), 0, encoded.length());
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(DataInputView source) throws IOException {
        return (T) form().read(source);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return new RecordSerializer<>(type, written);
    }

    /** There is none without values for its components, and nobody fills it in. */
    @Override
    public @Nullable T createInstance() {
        return null;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new RecordSerializerSnapshot<>(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordSerializer<?> serializer && serializer.type.equals(type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    /** All that Flink says of a serializer that state does not suit. */
    @Override
    public String toString() {
        return "serializer of " + type.getName();
    }
}
