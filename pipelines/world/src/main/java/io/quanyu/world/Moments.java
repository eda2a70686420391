package io.quanyu.world;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times of the month in epoch milliseconds. Days are calendar days in Asia/Shanghai; day 1 is 1 September 2026. */
public final class Moments {

    public static final long SECOND = 1_000;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private static final long MORNING = 8 * HOUR + 30 * MINUTE;

    public static final int FIRST_DAY = 1;
    static final int LAST_DAY = 30;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(SHANGHAI);
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(SHANGHAI);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(SHANGHAI);

    private Moments() {}

    public static long at(int day, int secondOfDay) {
        return World.START.toEpochMilli() + (day - 1) * DAY + secondOfDay * SECOND;
    }

    /** The time itself by day; half past eight or later if it is at night. */
    static long awake(long millis) {
        long sinceMidnight = Math.floorMod(millis - World.START.toEpochMilli(), DAY);
        return sinceMidnight < MORNING ? millis + MORNING : millis;
    }

    public static int dayOf(long millis) {
        return (int) Math.floorDiv(millis - World.START.toEpochMilli(), DAY) + 1;
    }

    static long epochDay(int day) {
        return Instant.ofEpochMilli(at(day, 0)).atZone(SHANGHAI).toLocalDate().toEpochDay();
    }

    public static long seconds(long millis) {
        return millis / SECOND;
    }

    /** As Chinese shops write it, without a zone: {@code 2026-09-01 10:01:12}; empty for "not yet". */
    public static String text(long millis) {
        return millis == 0 ? "" : TEXT.format(Instant.ofEpochMilli(millis));
    }

    public static String digits(long millis) {
        return DIGITS.format(Instant.ofEpochMilli(millis));
    }

    /** With the zone: {@code 2026-09-01T10:01:12+08:00}. */
    public static String iso(long millis) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(millis).atZone(SHANGHAI));
    }

    public static String date(long millis) {
        return DATE.format(Instant.ofEpochMilli(millis));
    }
}
