package io.quanyu.jobs.channel;

import io.quanyu.domain.customer.ShanghaiCalendar;
import java.time.Duration;

/** When a day's numbers count: from ten past midnight of the next day, in Asia/Shanghai. Days are epoch days. */
final class ClosedDays {

    private static final long GRACE_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final long RESTATED_DAYS = 30;

    private ClosedDays() {}

    /** The instant at which a day closes, epoch milliseconds. */
    static long closesAtMillis(long epochDay) {
        return ShanghaiCalendar.startOfDay(epochDay + 1) + GRACE_MILLIS;
    }

    /** The last day that is closed at an instant, that very instant included. */
    static long closedThrough(long atMillis) {
        return ShanghaiCalendar.dayOf(atMillis - GRACE_MILLIS) - 1;
    }

    /** Whether what becomes known at an instant still changes what is said of a day: until 30 days after its close. */
    static boolean isOpenToRestatement(long epochDay, long atMillis) {
        return atMillis < closesAtMillis(epochDay + RESTATED_DAYS);
    }
}
