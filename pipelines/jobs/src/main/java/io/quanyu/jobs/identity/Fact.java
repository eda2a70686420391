package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.record.RecordType;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * One thing that a tenant knows about who is who, on its way through the identity job.
 *
 * <p>Flat and without nested records, because it crosses four shuffles and lies in two states.
 *
 * @param about the {@link Evidence#key key} of the evidence; for a ruling about an identifier, its text
 * @param firstSeenMillis of the evidence; of a ruling, when it was decided; epoch milliseconds
 * @param lastSeenMillis of the evidence, epoch milliseconds; {@link #WHILE_OPEN} if somebody else watches its expiry; 0 of a ruling
 * @param event id of the event that says so
 * @param atMillis the instant from which it counts, epoch milliseconds on the clock of the facts
 */
@TypeInfo(RecordType.Factory.class)
public record Fact(Kind kind, String about, long firstSeenMillis, long lastSeenMillis, String event, long atMillis) {

    /** What is said. */
    public enum Kind {
        /** Evidence was seen, or with equal ends an identifier. */
        SEEN,
        /** Evidence was seen that never joins, whatever else there is. */
        HELD,
        /** The shareable end of the evidence lets it join from now on. */
        OPEN,
        /** The shareable end of the evidence no longer lets it join. */
        CLOSED,
        /** The evidence was wrong: as if never seen. */
        RETRACTED,
        /** The identifier joins nobody from now on. */
        BLOCKED,
        /** The identifier is no longer blocked. */
        UNBLOCKED,
        /** The label has no members any more. About nothing. */
        DISSOLVED
    }

    /** An open tie does not expire by itself: it is closed. */
    static final long WHILE_OPEN = Long.MAX_VALUE;

    /** By instant; evidence before what is said of it. */
    public static final Comparator<Fact> IN_ORDER = Comparator.comparingLong(Fact::atMillis)
            .thenComparing(Fact::order)
            .thenComparing(Fact::about)
            .thenComparing(Fact::event);

    /** Of rulings about one identifier the last one counts. */
    public static final Comparator<Fact> AS_DECIDED =
            Comparator.comparingLong(Fact::firstSeenMillis).thenComparing(Fact::event);

    private static final String FIELD = "\t";

    static Fact seen(Evidence evidence, long atMillis) {
        return of(Kind.SEEN, evidence, evidence.lastSeenMillis(), atMillis);
    }

    static Fact held(Evidence evidence, long atMillis) {
        return of(Kind.HELD, evidence, evidence.lastSeenMillis(), atMillis);
    }

    public static Fact open(Evidence evidence, long atMillis) {
        return of(Kind.OPEN, evidence, WHILE_OPEN, atMillis);
    }

    public static Fact closed(Evidence evidence, long atMillis) {
        return of(Kind.CLOSED, evidence, evidence.lastSeenMillis(), atMillis);
    }

    /** What is known of an identifier by {@code evidence} that names it, whether or not it ties it to anybody. */
    public static Fact sighting(Identifier identifier, Evidence evidence, long atMillis) {
        return seen(Evidence.sighting(identifier, evidence.firstSeenMillis(), evidence.sourceEvent()), atMillis);
    }

    static Fact ruling(Kind kind, String about, long decidedAtMillis, String event, long atMillis) {
        return new Fact(kind, about, decidedAtMillis, 0, event, atMillis);
    }

    public static Fact dissolved() {
        return new Fact(Kind.DISSOLVED, "", 0, 0, "", Long.MIN_VALUE);
    }

    private static Fact of(Kind kind, Evidence evidence, long lastSeenMillis, long atMillis) {
        return new Fact(
                kind, evidence.key(), evidence.firstSeenMillis(), lastSeenMillis, evidence.sourceEvent(), atMillis);
    }

    /** The evidence that this is about. Not for rulings about an identifier. */
    public Evidence evidence() {
        String[] parts = about.split(FIELD, -1);
        return new Evidence(
                Identifier.parse(parts[0]),
                Identifier.parse(parts[1]),
                parts[2],
                firstSeenMillis,
                lastSeenMillis,
                event);
    }

    /** Whether it is about two different identifiers. */
    public boolean isTie() {
        return (kind == Kind.SEEN || kind == Kind.OPEN) && !evidence().isSighting();
    }

    /** Both sightings of one piece of evidence as one. */
    public Fact merge(Fact other) {
        Evidence merged = evidence().merge(other.evidence());
        return of(kind, merged, merged.lastSeenMillis(), Math.min(atMillis, other.atMillis));
    }

    /** Whether both say something of one thing, so that one may make the other superfluous. */
    boolean isAboutSame(Fact other) {
        return order() == other.order() && about.equals(other.about);
    }

    private int order() {
        return switch (kind) {
            case SEEN, HELD -> 0;
            case OPEN, CLOSED -> 1;
            case RETRACTED -> 2;
            case BLOCKED, UNBLOCKED -> 3;
            case DISSOLVED -> 4;
        };
    }
}
