package io.quanyu.jobs.kafka;

import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
import io.quanyu.contract.StoredTopics;
import io.quanyu.events.DeadLetter;
import io.quanyu.jobs.identity.Assigned;
import io.quanyu.jobs.record.RecordType;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way to a topic.
 *
 * @param key decides the partition; null for a topic of one partition
 * @param value Avro in single-object encoding
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these: they are written and forgotten.
@TypeInfo(RecordType.Factory.class)
public record Outgoing(String topic, @Nullable String key, byte[] value) {

    /**
     * A canonical event.
     *
     * @param kind the end of the topic's name, for example "order"
     * @param key tenant and subject, so that the facts of an account keep their order
     */
    public static Outgoing event(String kind, String key, SpecificRecord event) {
        EventKind known = EventKinds.named(kind);
        return new Outgoing(known.topic(), key, known.encode(event));
    }

    /** An identifier has a person from now on. */
    public static Outgoing assignment(Assigned assigned) {
        return AssignmentTopic.outgoing(assigned);
    }

    /** What was refused, and why. */
    public static Outgoing deadLetter(DeadLetter letter) {
        return new Outgoing(StoredTopics.DEAD_LETTER.topic(), null, StoredTopics.DEAD_LETTER.encode(letter));
    }

    /** Without what it holds, which may be personal. */
    @Override
    public String toString() {
        return topic + " " + key + " (" + value.length + " bytes)";
    }
}
