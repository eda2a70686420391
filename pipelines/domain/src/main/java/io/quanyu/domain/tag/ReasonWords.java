package io.quanyu.domain.tag;

import io.quanyu.domain.customer.ShanghaiCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** How reasons write money, ratios and instants. */
final class ReasonWords {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ShanghaiCalendar.ZONE);

    private ReasonWords() {}

    /** Fen as yuan: {@code 5400.00 元}. */
    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString() + " 元";
    }

    /** A ratio in percent with one digit, cut off, so that what stays below a threshold never reads as if it reached it. */
    static String percent(long part, long whole) {
        return whole == 0 ? "0.0%" : BigDecimal.valueOf(part * 1000 / whole, 1).toPlainString() + "%";
    }

    /** Epoch milliseconds as a Shanghai minute: {@code 2026-05-03 20:00}. */
    static String minute(long millis) {
        return MINUTE.format(Instant.ofEpochMilli(millis));
    }
}
