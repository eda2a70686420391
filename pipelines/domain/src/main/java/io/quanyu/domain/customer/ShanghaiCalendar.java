package io.quanyu.domain.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** Days and months as the merchants count them: in Asia/Shanghai. Instants are epoch milliseconds, days epoch days. */
public final class ShanghaiCalendar {

    /** The zone of every calendar day in Quanyu. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ShanghaiCalendar() {}

    /** The epoch day in which an instant lies. */
    public static long dayOf(long millis) {
        return dateOf(millis).toEpochDay();
    }

    /** The first instant of an epoch day. */
    public static long startOfDay(long epochDay) {
        return startOf(LocalDate.ofEpochDay(epochDay));
    }

    /** The month in which an instant lies. */
    public static YearMonth monthOf(long millis) {
        return YearMonth.from(dateOf(millis));
    }

    /** The first instant after the month in which an instant lies. */
    public static long endOfMonth(long millis) {
        return startOf(monthOf(millis).plusMonths(1).atDay(1));
    }

    private static LocalDate dateOf(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZONE);
    }

    private static long startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant().toEpochMilli();
    }
}
