package io.quanyu.jobs.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTypeTest {

    public enum Colour {
        RED,
        GREEN
    }

    public record Inner(String text, @Nullable Long number) {}

    @TypeInfo(RecordType.Factory.class)
    public record Outer(
            String text,
            long number,
            Integer small,
            boolean flag,
            @Nullable Inner inner,
            List<Inner> list,
            Map<String, Colour> map) {}

    @SuppressWarnings("ArrayRecordComponent") // To be compared by their elements.
    public record WithArrays(byte[] bytes, long[] numbers) {}

    public record WithDouble(double fen) {}

    record NotPublic(long number) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenIsRead(int seed) throws Exception {
        var random = new Random(seed);
        TypeSerializer<Outer> serializer = serializer(Outer.class);
        List<Outer> written = new ArrayList<>();
        var out = new DataOutputSerializer(16);
        for (int i = 0; i < 500; i++) {
            written.add(any(random));
            serializer.serialize(written.get(i), out);
        }

        var in = new DataInputDeserializer(out.getCopyOfBuffer());
        for (Outer expected : written) {
            assertThat(serializer.duplicate().deserialize(in)).isEqualTo(expected);
        }
        assertThat(in.available()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
    void numbersOfAnySize(long number) throws Exception {
        assertThat(roundTrip(Inner.class, new Inner("", number)).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ÿ", "Ā", "全域", "a全", "\uD83D\uDE00", "\uD83D", "\uDE00x", "\u0000"})
    void textsAsTheyAre(String text) throws Exception {
        var out = new DataOutputSerializer(16);
        new TextSerializer().serialize(text, out);

        assertThat(new TextSerializer().deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
                .isEqualTo(text);
        assertThat(roundTrip(Inner.class, new Inner(text, null)).text()).isEqualTo(text);
    }

    @Test
    void arrays() throws Exception {
        WithArrays read = roundTrip(
                WithArrays.class, new WithArrays(new byte[] {1, -1}, new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}));

        assertThat(read.bytes()).containsExactly(1, -1);
        assertThat(read.numbers()).containsExactly(Long.MIN_VALUE, 0, Long.MAX_VALUE);
    }

    @Test
    void bytesAreCopiedAsTheyAre() throws Exception {
        TypeSerializer<Outer> serializer = serializer(Outer.class);
        var written = new DataOutputSerializer(16);
        serializer.serialize(any(new Random(1)), written);
        var copied = new DataOutputSerializer(16);

        serializer.copy(new DataInputDeserializer(written.getCopyOfBuffer()), copied);

        assertThat(copied.getCopyOfBuffer()).isEqualTo(written.getCopyOfBuffer());
    }

    @Test
    void flinkFindsIt() {
        assertThat(TypeInformation.of(Outer.class)).isEqualTo(RecordType.of(Outer.class));
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> roundTrip(Inner.class, new Inner(null, 1L)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("Component text of " + Inner.class.getName());
    }

    @Test
    void whatHasNoFormIsRefusedBeforeTheJobStarts() {
        assertThatThrownBy(() -> RecordType.of(WithDouble.class)).hasMessageContaining("WithDouble.fen");
        assertThatThrownBy(() -> RecordType.of(NotPublic.class)).hasMessageContaining("must be a public record");
        assertThatThrownBy(() -> RecordType.of(String.class)).hasMessageContaining("no record");
    }

    @Test
    void allRecordsOfTheJobsHaveAForm() {
        List<Class<?>> travelling = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.quanyu.jobs").stream()
                        .filter(type -> type.isAnnotatedWith(TypeInfo.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();

        assertThat(travelling).hasSizeGreaterThan(30).allSatisfy(RecordType::of);
    }

    @Test
    void anUnchangedRecordIsReadAsItIs() throws Exception {
        TypeSerializer<Outer> serializer = serializer(Outer.class);

        assertThat(compatibility(serializer, stored(serializer)).isCompatibleAsIs())
                .isTrue();
    }

    @Test
    void packedRecordsOfTheSameFormAreReadAsTheyAre() throws Exception {
        var serializer = new PackedSerializer<>(Outer.class);
        byte[] packed = packed(Outer.class, any(new Random(1)));
        var bytes = new DataOutputSerializer(16);
        serializer.serialize(packed, bytes);

        assertThat(compatibility(serializer, stored(serializer)).isCompatibleAsIs())
                .isTrue();
        assertThat(serializer.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer())))
                .isEqualTo(packed);
    }

    private static <T> byte[] packed(Class<T> type, T value) throws Exception {
        var out = new DataOutputSerializer(16);
        serializer(type).serialize(value, out);
        return out.getCopyOfBuffer();
    }

    private static <T> TypeSerializerSchemaCompatibility<T> compatibility(
            TypeSerializer<T> today, TypeSerializerSnapshot<T> stored) {
        return today.snapshotConfiguration().resolveSchemaCompatibility(stored);
    }

    private static byte[] storedBytes(TypeSerializer<?> serializer) throws Exception {
        var out = new DataOutputSerializer(16);
        TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(out, serializer.snapshotConfiguration());
        return out.getCopyOfBuffer();
    }

    private static <T> TypeSerializerSnapshot<T> stored(TypeSerializer<T> serializer) throws Exception {
        return read(storedBytes(serializer));
    }

    private static <T> TypeSerializerSnapshot<T> read(byte[] bytes) throws Exception {
        return TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
                new DataInputDeserializer(bytes), RecordTypeTest.class.getClassLoader());
    }

    private static <T> T roundTrip(Class<T> type, T value) throws Exception {
        var out = new DataOutputSerializer(16);
        serializer(type).serialize(value, out);
        return serializer(type).deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }

    private static <T> TypeSerializer<T> serializer(Class<T> type) {
        return RecordType.of(type).createSerializer(new SerializerConfigImpl());
    }

    private static Outer any(Random random) {
        List<Inner> list = new ArrayList<>();
        Map<String, Colour> map = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(inner(random));
            map.put(text(random), Colour.values()[random.nextInt(2)]);
        }
        Inner inner = random.nextBoolean() ? inner(random) : null;
        return new Outer(
                text(random),
                random.nextLong() >> random.nextInt(Long.SIZE),
                random.nextInt(),
                random.nextBoolean(),
                inner,
                list,
                map);
    }

    private static Inner inner(Random random) {
        return new Inner(text(random), random.nextBoolean() ? random.nextLong() : null);
    }

    private static String text(Random random) {
        int highest = random.nextBoolean() ? 0x100 : Character.MAX_VALUE + 1;
        var text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(20) == 0 ? 2000 : 12); i > 0; i--) {
            text.append((char) random.nextInt(highest));
        }
        return text.toString();
    }
}
