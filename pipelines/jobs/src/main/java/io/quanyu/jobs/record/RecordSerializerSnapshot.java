package io.quanyu.jobs.record;

import io.quanyu.jobs.record.Form.Whole;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a savepoint has its records. A record may gain components (older ones have them as its {@link Neutral} or
 * null), rename and drop some as {@link StateName} says, make one nullable, and an enum may gain and rename constants. Anything
 * else is refused when this is read, because Flink says no more of what is incompatible than that it is.
 *
 * @param <T> the record
 */
public final class RecordSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {

    /** It had names of classes. */
    private static final int FIRST_VERSION = 1;

    private static final int VERSION = 2;

    private @Nullable RecordSerializer<T> serializer;

    /** For Flink, before {@link #readSnapshot}. */
    public RecordSerializerSnapshot() {}

    RecordSerializerSnapshot(RecordSerializer<T> serializer) {
        this.serializer = serializer;
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        form().describe(out);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void readSnapshot(int version, DataInputView in, ClassLoader classes) throws IOException {
        if (version < FIRST_VERSION || version > VERSION) {
            throw new IOException("Records in state of version " + version + " cannot be read, only of " + FIRST_VERSION
                    + " to " + VERSION + ": start the release that wrote them, or a later one");
        }
        Whole whole = StoredForms.read(in, classes);
        serializer = new RecordSerializer<>((Class<T>) whole.type().type(), whole);
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return restored();
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> older) {
        if (!(older instanceof RecordSerializerSnapshot<T> written) || !takes(written)) {
            return TypeSerializerSchemaCompatibility.incompatible();
        }
        return sameAs(written)
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
    }

    /** Whether records in {@code older} form can be read and kept in this one. */
    boolean takes(RecordSerializerSnapshot<?> older) {
        return form().takes(older.form());
    }

    /** Whether both have exactly the same form. */
    boolean sameAs(RecordSerializerSnapshot<?> other) {
        return Arrays.equals(description(form()), description(other.form()));
    }

    private Whole form() {
        return restored().form();
    }

    private RecordSerializer<T> restored() {
        if (serializer == null) {
            throw new IllegalStateException("Nothing was read yet");
        }
        return serializer;
    }

    private static byte[] description(Form form) {
        var bytes = new ByteArrayOutputStream();
        try {
            form.describe(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
