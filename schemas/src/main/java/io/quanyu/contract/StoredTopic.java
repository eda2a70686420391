package io.quanyu.contract;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecordBase;

/** A topic of records of one schema, and the table that keeps them. One is what its name is. */
public final class StoredTopic {

    private final String topic;
    private final String table;
    private final AvroBytes bytes;

    private StoredTopic(String topic, String table, AvroBytes bytes) {
        this.topic = topic;
        this.table = table;
        this.bytes = bytes;
    }

    static StoredTopic of(String topic, String table, Class<? extends SpecificRecordBase> record) {
        return new StoredTopic(topic, table, AvroBytes.of(record));
    }

    /** Its name, for example {@code event.order}. */
    public String topic() {
        return topic;
    }

    /** The table that keeps what the topic holds, for example {@code dwd.order_changed}. */
    public String table() {
        return table;
    }

    public Schema schema() {
        return bytes.schema();
    }

    public byte[] encode(IndexedRecord value) {
        return bytes.encode(value);
    }

    /**
     * Reads a value.
     *
     * @throws UnreadableValue if the bytes are not what the topic holds
     */
    public SpecificRecordBase decode(byte[] value) throws UnreadableValue {
        return bytes.decode(value);
    }

    @Override
    public String toString() {
        return topic;
    }
}
