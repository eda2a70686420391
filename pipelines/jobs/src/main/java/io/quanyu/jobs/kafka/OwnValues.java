package io.quanyu.jobs.kafka;

import io.quanyu.contract.Bounds;
import io.quanyu.contract.StoredTopic;
import io.quanyu.contract.UnreadableValue;
import io.quanyu.jobs.kafka.RefusedValue.Reason;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Reads what stands on the topics of events and dead letters, in one way for all jobs. Our own door lets nothing absurd in, but others may write there
 * too, so whoever comes after this sees no instant, amount or text beyond {@link Bounds}.
 */
public final class OwnValues {

    private OwnValues() {}

    /**
     * Reads a value.
     *
     * @throws RefusedValue if the bytes are not what the topic holds, or say something absurd
     */
    public static SpecificRecordBase read(StoredTopic topic, byte[] value) throws RefusedValue {
        SpecificRecordBase read = decoded(topic, value);
        Optional<String> absurd = Bounds.absurd(read);
        if (absurd.isPresent()) {
            throw new RefusedValue(Reason.ABSURD_EVENT, absurd.get());
        }
        return read;
    }

    private static SpecificRecordBase decoded(StoredTopic topic, byte[] value) throws RefusedValue {
        try {
            return topic.decode(value);
        } catch (UnreadableValue e) {
            throw new RefusedValue(Reason.UNREADABLE_EVENT, String.valueOf(e.getMessage()));
        }
    }
}
