package io.quanyu.jobs.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * A record as it lies in state.
 *
 * @param form what state says of its form, a character for each byte
 */
record StoredRecord(String bytes, String form) {

    private static final Path FILES = Path.of("src/test/resources/state-evolution");

    static <T> StoredRecord of(T value) throws IOException {
        @SuppressWarnings("unchecked")
        var serializer = new RecordSerializer<>((Class<T>) value.getClass());
        var bytes = new DataOutputSerializer(16);
        serializer.serialize(value, bytes);
        var form = new DataOutputSerializer(16);
        TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(form, serializer.snapshotConfiguration());
        return new StoredRecord(text(bytes), text(form));
    }

    /** As build 26b8b19 wrote it. */
    static StoredRecord in(String name) throws IOException {
        return new StoredRecord(
                Files.readString(FILES.resolve(name + ".bin"), ISO_8859_1),
                Files.readString(FILES.resolve(name + "-snapshot.bin"), ISO_8859_1));
    }

    /** As if {@code today} were what the class {@code then} has become. */
    StoredRecord with(Class<?> then, Class<?> today) throws IOException {
        return with(then.getName(), today.getName());
    }

    /** With another name in place of one that is in the form. */
    StoredRecord with(String then, String today) throws IOException {
        assertThat(form).contains(utf(then));
        return new StoredRecord(bytes, form.replace(utf(then), utf(today)));
    }

    StoredRecord packed() throws IOException {
        var length = new DataOutputSerializer(Integer.BYTES);
        length.writeInt(bytes.length());
        return new StoredRecord(text(length) + bytes, form)
                .with(RecordSerializerSnapshot.class, PackedSerializer.Snapshot.class);
    }

    /** What a restore makes of it. */
    <T> T read(TypeSerializer<T> today) throws IOException {
        TypeSerializerSnapshot<T> stored = TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
                new DataInputDeserializer(form.getBytes(ISO_8859_1)), StoredRecord.class.getClassLoader());
        assertThat(today.snapshotConfiguration()
                        .resolveSchemaCompatibility(stored)
                        .isIncompatible())
                .isFalse();
        var in = new DataInputDeserializer(bytes.getBytes(ISO_8859_1));
        T read = stored.restoreSerializer().deserialize(in);
        assertThat(in.available()).isZero();
        return read;
    }

    <T> T read(Class<T> today) throws IOException {
        return read(new RecordSerializer<>(today));
    }

    private static String utf(String name) throws IOException {
        var out = new DataOutputSerializer(16);
        out.writeUTF(name);
        return text(out);
    }

    private static String text(DataOutputSerializer out) {
        return new String(out.getCopyOfBuffer(), ISO_8859_1);
    }
}
