package io.quanyu.jobs.kafka;

import io.quanyu.contract.UnreadableValue;
import io.quanyu.events.DeadLetter;
import io.quanyu.events.Source;
import io.quanyu.ingest.Position;
import java.time.Instant;

/** Dead letters about values on our own topics. */
public final class Refusals {

    /** Why a value on our own topics is refused. */
    public enum Reason {

        /** It is not Avro of a known schema. */
        UNREADABLE_EVENT
    }

    private static final int WHOLE = -1;

    private Refusals() {}

    /** Without the bytes: nobody has guarded them, and they stay at their position. */
    public static DeadLetter unreadable(Position position, UnreadableValue why) {
        return DeadLetter.newBuilder()
                .setTenant("")
                .setPlatform("")
                .setShop("")
                .setReceivedAt(Instant.EPOCH)
                .setSource(new Source(position.topic(), position.partition(), position.offset()))
                .setItem(WHOLE)
                .setReason(Reason.UNREADABLE_EVENT.name())
                .setDetail(why.getMessage())
                .setPayload("")
                .build();
    }
}
