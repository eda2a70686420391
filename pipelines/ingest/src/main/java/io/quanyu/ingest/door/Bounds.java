package io.quanyu.ingest.door;

import io.quanyu.ingest.Reason;
import java.time.Instant;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * What no shop sells, no counter counts and no clock shows: figures beyond it are mistakes, and would stop sums and columns of others.
 *
 * <p>What claims to happen a little in the future comes in, and counts from its arrival on.
 */
final class Bounds {

    /** Ten thousand billion yuan. */
    static final long MOST_FEN = 1_000_000_000_000_000L;

    static final long MOST_PIECES = 1_000_000_000_000L;

    /** Characters of a text that is a name; messages and titles are no names. */
    static final int LONGEST = 4_096;

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int LONGEST_TEXT = 262_144;

    private Bounds() {}

    /** @throws Refusal if a figure of the event is absurd */
    static void check(IndexedRecord event) {
        for (Schema.Field field : event.getSchema().getFields()) {
            check(field.name(), event.get(field.pos()));
        }
    }

    private static void check(String field, Object value) {
        if (value instanceof Long number && field.endsWith("_fen")) {
            require(Math.abs(number) <= MOST_FEN && number != Long.MIN_VALUE, field, number + " fen");
        } else if (value instanceof Long number && field.equals("quantity")) {
            require(Math.abs(number) <= MOST_PIECES && number != Long.MIN_VALUE, field, number + " pieces");
        } else if (value instanceof Instant instant) {
            require(!instant.isBefore(FIRST) && instant.isBefore(LAST), field, "the time " + instant);
        } else if (value instanceof CharSequence text) {
            int most = field.equals("text") ? LONGEST_TEXT : LONGEST;
            require(text.length() <= most, field, text.length() + " characters, more than " + most);
        } else if (value instanceof IndexedRecord record) {
            check(record);
        } else if (value instanceof Collection<?> many) {
            many.forEach(one -> check(field, one));
        }
    }

    private static void require(boolean sane, String field, String what) {
        if (!sane) {
            throw new Refusal(Reason.BAD_VALUE, field + " is absurd: " + what);
        }
    }
}
