package io.quanyu.ingest.door;

import io.quanyu.contract.Bounds;
import io.quanyu.contract.EventKinds;
import io.quanyu.contract.RecordSize;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Reason;
import java.nio.charset.StandardCharsets;

/** What an event must be to leave the door, whatever source made it: something that can be written, that Kafka takes, and that no table minds. */
final class Fit {

    private Fit() {}

    /** @throws Refusal if the event, as it has passed the guard, is absurd or too large */
    static void check(Accepted accepted) {
        Bounds.absurd(accepted.event()).ifPresent(what -> {
            throw new Refusal(Reason.BAD_VALUE, what);
        });
        long keyBytes = accepted.key().getBytes(StandardCharsets.UTF_8).length;
        long valueBytes = EventKinds.named(accepted.kind()).encode(accepted.event()).length;
        if (!RecordSize.fits(keyBytes + valueBytes)) {
            throw tooLarge("The event", valueBytes);
        }
    }

    static Refusal tooLarge(String what, long bytes) {
        return new Refusal(
                Reason.TOO_LARGE,
                what + " has " + bytes + " bytes, and Kafka takes records of at most " + RecordSize.LARGEST_BYTES);
    }
}
