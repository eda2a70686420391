package io.quanyu.jobs.record;

import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A record in keyed state that lies there as bytes: a third of the memory of its objects, nothing for the garbage collector to follow, and a
 * checkpoint only copies it. Each look at it makes the record anew, so look once for each input.
 *
 * @param <T> the record
 */
public final class PackedValue<T> {

    private final ValueState<byte[]> state;
    private final RecordSerializer<T> serializer;
    private final Encoded encoded = new Encoded();
    private final DataInputDeserializer input = new DataInputDeserializer();

    private PackedValue(ValueState<byte[]> state, RecordSerializer<T> serializer) {
        this.state = state;
        this.serializer = serializer;
    }

    /** To be called in {@code open}. The name is part of every savepoint. */
    public static <T> PackedValue<T> in(RuntimeContext context, String name, Class<T> type) {
        var descriptor = new ValueStateDescriptor<>(name, new PackedSerializer<>(type));
        return new PackedValue<>(context.getState(descriptor), new RecordSerializer<>(type));
    }

    /** The record of the current key; null if there is none. */
    public @Nullable T value() throws IOException {
        byte[] bytes = state.value();
        if (bytes == null) {
            return null;
        }
        input.setBuffer(bytes);
        return serializer.deserialize(input);
    }

    public void update(T value) throws IOException {
        encoded.clear();
        serializer.form().write(value, encoded);
        state.update(encoded.copy());
    }

    /** There is none for the current key any more. */
    public void clear() {
        state.clear();
    }
}
