package io.quanyu.jobs.record;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** The type of texts that are keys, in place of Flink's, which writes them character by character. */
public final class TextType extends TypeInformation<String> {

    public static final TextType TEXT = new TextType();

    private static final long serialVersionUID = 1L;

    private TextType() {}

    @Override
    public TypeSerializer<String> createSerializer(SerializerConfig config) {
        return new TextSerializer();
    }

    @Override
    public Class<String> getTypeClass() {
        return String.class;
    }

    @Override
    public boolean isKeyType() {
        return true;
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

    @Override
    public String toString() {
        return "Text";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextType;
    }

    @Override
    public int hashCode() {
        return TextType.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof TextType;
    }
}
