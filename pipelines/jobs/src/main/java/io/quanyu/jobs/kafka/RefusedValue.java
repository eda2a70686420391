package io.quanyu.jobs.kafka;

import io.quanyu.events.DeadLetter;
import io.quanyu.events.Source;
import io.quanyu.ingest.Position;
import java.time.Instant;

/** A value on our own topics that no job takes, and why. Carries no stack trace: it is an answer. */
public final class RefusedValue extends Exception {

    /** Why a value is refused. The names are an interface: dead letters and metrics carry them. */
    public enum Reason {

        /** It is not what its topic holds: Avro of a known schema, or a set of rules. */
        UNREADABLE_EVENT,

        /** It is well formed, and says what stops sums, columns and timers: {@link io.quanyu.contract.Bounds}. */
        ABSURD_EVENT
    }

    private static final long serialVersionUID = 1L;
    private static final int WHOLE = -1;
    private static final int LONGEST_DETAIL = 1_000;

    private final Reason reason;

    RefusedValue(Reason reason, String detail) {
        super(detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The dead letter, without the bytes: nobody has guarded them, and they stay at their position. */
    public DeadLetter letter(Position position) {
        return DeadLetter.newBuilder()
                .setTenant("")
                .setPlatform("")
                .setShop("")
                .setReceivedAt(Instant.EPOCH)
                .setSource(new Source(position.topic(), position.partition(), position.offset()))
                .setItem(WHOLE)
                .setReason(reason.name())
                .setDetail(String.valueOf(getMessage()))
                .setPayload("")
                .build();
    }
}
