package io.quanyu.world;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One payload as it reaches Quanyu: a record of a raw topic before it is written.
 *
 * @param source source name, for example "youzan"; the topic is "raw." and this
 * @param tenant the merchant
 * @param shop shop, corp or advertiser account on that platform
 * @param api which API or push it came by; null where the payload's own shape says it
 * @param columnMap the YAML column map of a "pos-csv" payload; null for every other source
 * @param receivedAtMillis when it arrives, epoch milliseconds
 * @param key what the producer keys the record by, so that payloads of one account stay in order
 * @param text the payload; its bytes are the UTF-8 form
 */
public record Arrival(
        String source,
        String tenant,
        String shop,
        @Nullable String api,
        @Nullable String columnMap,
        long receivedAtMillis,
        String key,
        String text) {

    /** The bytes as the platform sends them. */
    public byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
