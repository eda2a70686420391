package io.quanyu.ingest;

import io.quanyu.contract.Bounds;
import io.quanyu.contract.Identifiers;
import io.quanyu.contract.RawHeaders;
import io.quanyu.events.DeadLetter;
import io.quanyu.events.Identifier;
import io.quanyu.events.Source;
import io.quanyu.ingest.privacy.TextGuard;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What became of a payload, or of one item of it. */
public sealed interface Outcome {

    /**
     * A canonical event of one of the {@link io.quanyu.contract.EventKinds}.
     *
     * @param dropped what the payload says and the event does not, for example "phone that is no mobile number"
     */
    record Accepted(String kind, SpecificRecord event, List<String> dropped) implements Outcome {

        public Accepted {
            dropped = List.copyOf(dropped);
        }

        public Accepted(String kind, SpecificRecord event) {
            this(kind, event, List.of());
        }

        public String eventId() {
            return (String) field("event_id");
        }

        /** The Kafka key: tenant and subject, so that all facts of an account stand in one partition. */
        public String key() {
            return Identifiers.key((String) field("tenant"), (Identifier) field("subject"));
        }

        private Object field(String name) {
            return event.get(event.getSchema().getField(name).pos());
        }
    }

    /**
     * No event, and why.
     *
     * @param item which item of the payload, from 0; {@link #WHOLE} for the payload as a whole
     * @param detail which field and what is wrong with it, without personal data
     * @param guardedPayload the item after the PII guard, cut to 4,000 characters
     */
    record Refused(int item, Reason reason, String detail, String guardedPayload) implements Outcome {

        /** The item number of a refusal that is about the payload as a whole. */
        public static final int WHOLE = -1;

        /** The record for the dead-letter topic, within {@link Bounds} whatever the headers say. */
        public DeadLetter letterFor(RawPayload raw) {
            Position position = raw.position();
            return DeadLetter.newBuilder()
                    .setTenant(cut(raw.header(RawHeaders.TENANT).orElse("")))
                    .setPlatform(raw.source())
                    .setShop(cut(TextGuard.maskPersons(
                            cut(raw.header(RawHeaders.SHOP).orElse("")))))
                    .setReceivedAt(receivedAt(raw))
                    .setSource(new Source(position.topic(), position.partition(), position.offset()))
                    .setItem(item)
                    .setReason(reason.name())
                    .setDetail(cut(detail))
                    .setPayload(cut(guardedPayload))
                    .build();
        }

        private static String cut(String text) {
            return text.length() <= Bounds.LONGEST ? text : text.substring(0, Bounds.LONGEST);
        }

        /** A payload without a readable time is itself refused; 1970 shows that nobody knows it. */
        private static Instant receivedAt(RawPayload raw) {
            try {
                Instant told = Instant.ofEpochMilli(
                        Long.parseLong(raw.header(RawHeaders.RECEIVED_AT).orElse("0")));
                return Bounds.isTime(told) ? told : Instant.EPOCH;
            } catch (NumberFormatException notANumber) {
                return Instant.EPOCH;
            }
        }
    }
}
