package io.quanyu.jobs.record;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Writes a text as it stands in a record, in one write. Not for several threads. */
public final class TextSerializer extends TypeSerializer<String> {

    private static final long serialVersionUID = 1L;

    private transient @Nullable Encoded encoded;

    @Override
    public void serialize(String text, DataOutputView target) throws IOException {
        if (encoded == null) {
            encoded = new Encoded();
        }
        encoded.clear();
        encoded.text(text);
        target.write(encoded.bytes(), 0, encoded.length());
    }

    @Override
    public String deserialize(DataInputView source) throws IOException {
        return Encoded.text(source);
    }

    @Override
    public String deserialize(String reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public String copy(String from) {
        return from;
    }

    @Override
    public String copy(String from, String reuse) {
        return from;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<String> duplicate() {
        return new TextSerializer();
    }

    @Override
    public String createInstance() {
        return "";
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public TypeSerializerSnapshot<String> snapshotConfiguration() {
        return new Snapshot();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextSerializer;
    }

    @Override
    public int hashCode() {
        return TextSerializer.class.hashCode();
    }

    /** There is one form of texts. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<String> {

        public Snapshot() {
            super(TextSerializer::new);
        }
    }
}
