package io.quanyu.contract;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A kind of canonical event: its name, its topic, its schema, and the table that keeps its events. The schema has the fields
 * of {@link EventHead}.
 *
 * <p>A kind of persons may also have events of things, such as a message in a chat room; a kind of things never has one of a
 * person.
 */
public final class EventKind {

    static final String TOPICS = "event.";

    private final String name;
    private final StoredTopic stored;
    private final boolean ofPersons;

    private EventKind(String name, StoredTopic stored, boolean ofPersons) {
        this.name = name;
        this.stored = stored;
        this.ofPersons = ofPersons;
    }

    /**
     * A kind whose events say what somebody did.
     *
     * @param name the end of the topic's name, for example "order"
     * @param table for example {@code dwd.order_changed}
     */
    public static EventKind ofPersons(String name, String table, Class<? extends SpecificRecordBase> record) {
        return new EventKind(name, StoredTopic.of(TOPICS + name, table, record), true);
    }

    /** As {@link #ofPersons}, but what its events say is of no person. */
    public static EventKind ofThings(String name, String table, Class<? extends SpecificRecordBase> record) {
        return new EventKind(name, StoredTopic.of(TOPICS + name, table, record), false);
    }

    /** For example "order". */
    public String name() {
        return name;
    }

    /** Topic and table. */
    public StoredTopic stored() {
        return stored;
    }

    public String topic() {
        return stored.topic();
    }

    public String table() {
        return stored.table();
    }

    public Schema schema() {
        return stored.schema();
    }

    /** Whether its events may be of persons. */
    public boolean isOfPersons() {
        return ofPersons;
    }

    public byte[] encode(IndexedRecord event) {
        return stored.encode(event);
    }

    /**
     * Reads an event.
     *
     * @throws UnreadableValue if the bytes are no event of this kind
     */
    public SpecificRecordBase decode(byte[] value) throws UnreadableValue {
        return stored.decode(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
