package io.quanyu.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * What no shop sells, no counter counts and no clock shows: figures beyond it are mistakes, and would stop sums and columns of others. The door
 * refuses them, and so does whoever reads what stands on the topics, since others may write there as well.
 *
 * <p>What claims to happen a little in the future comes in, and counts from its arrival on.
 */
public final class Bounds {

    /** Ten thousand billion yuan. */
    public static final long MOST_FEN = 1_000_000_000_000_000L;

    /** Of goods that are sold, and of what is counted of them. */
    public static final long MOST_PIECES = 1_000_000_000_000L;

    /** Characters of a text that is a name; messages are no names. */
    public static final int LONGEST = 4_096;

    /** Characters of a message. */
    public static final int LONGEST_TEXT = 262_144;

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("+10000-01-01T00:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
    private static final LocalDate LAST_DAY = LocalDate.of(10_000, 1, 1);

    private Bounds() {}

    /** The first field of an event or dead letter whose value is absurd, and what it is; empty if none is. */
    public static Optional<String> absurd(IndexedRecord event) {
        return Optional.ofNullable(firstIn(event));
    }

    /** Whether a clock may show it: from 1970 on, before the year 10000. */
    public static boolean isTime(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(LAST);
    }

    private static @Nullable String firstIn(IndexedRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            String found = absurd(field.name(), record.get(field.pos()));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String firstIn(String field, Collection<?> many) {
        for (Object one : many) {
            String found = absurd(field, one);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String absurd(String field, @Nullable Object value) {
        if (value instanceof CharSequence text) {
            int most = field.equals("text") ? LONGEST_TEXT : LONGEST;
            return text.length() <= most ? null : told(field, text.length() + " characters, more than " + most);
        } else if (value instanceof Long number) {
            return absurdNumber(field, number);
        } else if (value instanceof Instant instant) {
            return isTime(instant) ? null : told(field, "the time " + instant);
        } else if (value instanceof LocalDate day) {
            return !day.isBefore(FIRST_DAY) && day.isBefore(LAST_DAY) ? null : told(field, "the day " + day);
        } else if (value instanceof IndexedRecord record) {
            return firstIn(record);
        }
        return value instanceof Collection<?> many ? firstIn(field, many) : null;
    }

    private static @Nullable String absurdNumber(String field, long number) {
        if (field.endsWith("_fen")) {
            return isWithin(number, MOST_FEN) ? null : told(field, number + " fen");
        }
        boolean counts = field.equals("quantity") || field.endsWith("_count");
        return !counts || isWithin(number, MOST_PIECES) ? null : told(field, number + " pieces");
    }

    private static boolean isWithin(long number, long most) {
        return -most <= number && number <= most;
    }

    private static String told(String field, String what) {
        return field + " is absurd: " + what;
    }
}
