package io.quanyu.local.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants as the merchant reads them. */
final class ShanghaiTime {

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private ShanghaiTime() {}

    static String text(Instant instant) {
        return TEXT.format(instant);
    }
}
