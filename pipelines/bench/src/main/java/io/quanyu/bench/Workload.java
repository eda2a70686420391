package io.quanyu.bench;

import io.quanyu.bench.MadePerson.Sharing;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.identity.EvidenceSeen;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events of many persons, as the platforms send them. It is a function: what stands in a slot follows from the seed and the
 * slot, so it needs no memory and each contestant gets the same events.
 *
 * @param seed another seed is another world of the same shape
 * @param persons how many
 * @param sharing whether clerks give their phones for buyers
 */
record Workload(long seed, long persons, Sharing sharing) implements Serializable {

    private static final long START_MILLIS =
            Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    private static final Message[] MESSAGES = Message.values();

    /** So many slots a millisecond make about one event a millisecond. */
    private static final long SLOTS_PER_MILLI = 3;

    /** Persons looked at to learn how many identifiers one has. */
    private static final int SAMPLE = 5_000;

    /** A workload of about so many distinct identifiers. */
    static Workload of(long seed, long identifiers, Sharing sharing) {
        Workload sample = new Workload(seed, SAMPLE, sharing);
        Set<Identifier> distinct = new HashSet<>();
        for (long slot = 0; slot < sample.slots(); slot++) {
            EvidenceSeen seen = sample.at(slot);
            if (seen != null) {
                for (Evidence one : seen.evidence()) {
                    distinct.add(one.right());
                    distinct.add(one.left());
                }
            }
        }
        return new Workload(seed, Math.max(1, identifiers * SAMPLE / distinct.size()), sharing);
    }

    /** Slots are numbered from 0; a good third of them hold an event. */
    long slots() {
        return (persons + MESSAGES[MESSAGES.length - 1].delay(persons)) * MESSAGES.length;
    }

    /** The event of a slot; null if there is none. */
    @Nullable
    EvidenceSeen at(long slot) {
        Message message = MESSAGES[(int) (slot % MESSAGES.length)];
        long number = slot / MESSAGES.length - message.delay(persons);
        if (number < 0 || number >= persons) {
            return null;
        }
        Telling telling = new Telling(Digits.text("", Digits.mix(seed, slot), 32), receivedAtMillis(slot));
        message.tell(new MadePerson(seed, number, sharing), telling);
        return telling.seen();
    }

    /** When the event of a slot is received, epoch milliseconds; never falls. */
    long receivedAtMillis(long slot) {
        return START_MILLIS + slot / SLOTS_PER_MILLI;
    }

    /** An instant after the last event, epoch milliseconds. */
    long endMillis() {
        return receivedAtMillis(slots()) + 1;
    }
}
