package io.quanyu.jobs.record;

import io.quanyu.jobs.record.Form.Whole;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes the bytes of a {@link PackedValue}, which are those of a {@link RecordSerializer} with their length before them. Bytes in an older
 * form are brought into the form of today when they are read.
 *
 * @param <T> the record
 */
public final class PackedSerializer<T> extends TypeSerializer<byte[]> {

    private static final long serialVersionUID = 1L;

    private final RecordSerializer<T> records;
    private final boolean older;

    PackedSerializer(Class<T> type) {
        this(new RecordSerializer<>(type), false);
    }

    private PackedSerializer(RecordSerializer<T> records, boolean older) {
        this.records = records;
        this.older = older;
    }

    @Override
    public void serialize(byte[] value, DataOutputView target) throws IOException {
        target.writeInt(value.length);
        target.write(value);
    }

    @Override
    public byte[] deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return older ? renewed(bytes) : bytes;
    }

    private byte[] renewed(byte[] bytes) throws IOException {
        var encoded = new Encoded();
        Whole today = new RecordSerializer<>(records.type()).form();
        today.write(records.deserialize(new DataInputDeserializer(bytes)), encoded);
        return encoded.copy();
    }

    @Override
    public byte[] deserialize(byte[] reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    /** Nobody changes the bytes. */
    @Override
    public byte[] copy(byte[] from) {
        return from;
    }

    @Override
    public byte[] copy(byte[] from, byte[] reuse) {
        return from;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<byte[]> duplicate() {
        return new PackedSerializer<>((RecordSerializer<T>) records.duplicate(), older);
    }

    @Override
    public byte[] createInstance() {
        return new byte[0];
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public TypeSerializerSnapshot<byte[]> snapshotConfiguration() {
        return new Snapshot<>((RecordSerializerSnapshot<T>) records.snapshotConfiguration());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedSerializer<?> packed && packed.records.equals(records);
    }

    @Override
    public int hashCode() {
        return records.hashCode();
    }

    @Override
    public String toString() {
        return "packed " + records;
    }

    /**
     * What a savepoint keeps of it: the form of the records.
     *
     * @param <T> the record
     */
    public static final class Snapshot<T> implements TypeSerializerSnapshot<byte[]> {

        private final RecordSerializerSnapshot<T> records;
        private boolean read;

        /** For Flink, before {@link #readSnapshot}. */
        public Snapshot() {
            this(new RecordSerializerSnapshot<>());
        }

        private Snapshot(RecordSerializerSnapshot<T> records) {
            this.records = records;
        }

        @Override
        public int getCurrentVersion() {
            return records.getCurrentVersion();
        }

        @Override
        public void writeSnapshot(DataOutputView out) throws IOException {
            records.writeSnapshot(out);
        }

        @Override
        public void readSnapshot(int version, DataInputView in, ClassLoader classes) throws IOException {
            records.readSnapshot(version, in, classes);
            read = true;
        }

        @Override
        public TypeSerializer<byte[]> restoreSerializer() {
            return new PackedSerializer<>((RecordSerializer<T>) records.restoreSerializer(), read);
        }

        @Override
        public TypeSerializerSchemaCompatibility<byte[]> resolveSchemaCompatibility(
                @Nullable TypeSerializerSnapshot<byte[]> stored) {
            if (!(stored instanceof Snapshot<?> packed)) {
                return TypeSerializerSchemaCompatibility.incompatible();
            }
            return records.sameAs(packed.records)
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : records.takes(packed.records)
                            ? TypeSerializerSchemaCompatibility.compatibleAfterMigration()
                            : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}
