package io.quanyu.domain.identity;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * What a human decided about who is who. Of blocks and unblocks of one identifier the newest by ({@code atMillis},
 * {@code eventId}) counts; a retraction is for good. Ordered from the oldest to the newest.
 *
 * @param target what it is about: an identifier as {@link Identifier#text}, or evidence as {@link Evidence#key} for a
 *     retraction
 * @param atMillis when it was decided, epoch milliseconds
 * @param eventId id of the event that says so
 */
public record Ruling(Kind kind, String target, long atMillis, String eventId) implements Comparable<Ruling> {

    /** What is decided. */
    public enum Kind {
        /** The identifier joins nobody. */
        BLOCK,
        /** The identifier may join again. */
        UNBLOCK,
        /** The evidence was wrong: it ties nothing, also if it is seen again. */
        RETRACT
    }

    private static final Comparator<Ruling> OLDEST_FIRST = Comparator.comparingLong(Ruling::atMillis)
            .thenComparing(Ruling::eventId)
            .thenComparing(Ruling::kind)
            .thenComparing(Ruling::target);

    public Ruling {
        requireNonNull(kind, "kind");
        requireNonNull(target, "target");
        requireNonNull(eventId, "eventId");
    }

    @Override
    public int compareTo(Ruling other) {
        return OLDEST_FIRST.compare(this, other);
    }
}
