package io.quanyu.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Records of one schema as bytes: Avro in single-object encoding. Reads all that was published of it. Safe for several threads. */
public final class AvroBytes {

    private static final String LONGEST_VALUE = String.valueOf(RecordSize.LARGEST_BYTES);

    static {
        // Without these, a damaged length makes Avro reserve up to 2 GiB before it looks at what is there.
        System.setProperty("org.apache.avro.limits.string.maxLength", LONGEST_VALUE);
        System.setProperty("org.apache.avro.limits.bytes.maxLength", LONGEST_VALUE);
        System.setProperty("org.apache.avro.limits.collectionItems.maxLength", LONGEST_VALUE);
    }

    private final Schema schema;
    private final BinaryMessageEncoder<IndexedRecord> encoder;
    private final BinaryMessageDecoder<SpecificRecordBase> decoder;

    private AvroBytes(SpecificData model, Schema schema) {
        this.schema = schema;
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema);
        PublishedSchemas.of(schema).forEach(decoder::addSchema);
    }

    public static AvroBytes of(Class<? extends SpecificRecordBase> record) {
        SpecificData model = SpecificData.getForClass(record);
        return new AvroBytes(model, model.getSchema(record));
    }

    public Schema schema() {
        return schema;
    }

    /** The bytes of a record of the schema, generated or generic. */
    public byte[] encode(IndexedRecord value) {
        try {
            ByteBuffer bytes = encoder.encode(value);
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot encode a record of " + schema.getName(), e);
        }
    }

    /**
     * Reads a record.
     *
     * @throws UnreadableValue if the bytes are no record of the schema
     */
    public SpecificRecordBase decode(byte[] value) throws UnreadableValue {
        try {
            return decoder.decode(value);
        } catch (IOException | RuntimeException e) {
            // Damaged bytes make Avro throw whatever comes first: of its own, of arrays, of numbers.
            throw new UnreadableValue(e);
        }
    }
}
