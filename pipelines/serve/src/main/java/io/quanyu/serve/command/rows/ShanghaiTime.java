package io.quanyu.serve.command.rows;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants as people in China read them. */
public final class ShanghaiTime {

    private static final DateTimeFormatter FOR_PEOPLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private ShanghaiTime() {}

    public static String text(long millis) {
        return FOR_PEOPLE.format(Instant.ofEpochMilli(millis));
    }
}
