package io.quanyu.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What versions of orders and of refunds have in common. */
final class Versions {

    private Versions() {}

    /** The key of an order or a refund: {@code platform|shop|id}. */
    static String key(String platform, String shop, String id) {
        return platform + '|' + shop + '|' + id;
    }

    /** In epoch milliseconds; null if unknown. */
    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
