package io.quanyu.ingest;

import java.util.Map;
import java.util.Optional;

/**
 * The bytes as a source sent them, with what the collector knew about them.
 *
 * @param source name of the source, for example "youzan"
 * @param headers what the collector adds as text: {@link #TENANT}, {@link #SHOP}, {@link #API} (may be absent),
 *     {@link #RECEIVED_AT} (epoch milliseconds), and {@link #MAP} for pos-csv only
 * @param body the payload; not copied, so nobody may change it
 * @param position where it stands
 */
@SuppressWarnings("ArrayRecordComponent") // A payload is compared by its position, never by its bytes.
public record RawPayload(String source, Map<String, String> headers, byte[] body, Position position) {

    /** Header: the merchant. */
    public static final String TENANT = "tenant";

    /** Header: shop, corp or advertiser account. */
    public static final String SHOP = "shop";

    /** Header: the interface that gave the payload, for example "trade.get"; absent if the shape says it. */
    public static final String API = "api";

    /** Header: when the collector received it, in epoch milliseconds. */
    public static final String RECEIVED_AT = "received_at";

    /** Header: the text of the column map that reads a pos-csv payload. */
    public static final String MAP = "map";

    private static final String TOPICS = "raw.";

    public RawPayload {
        headers = Map.copyOf(headers);
    }

    /** The topic on which the payloads of a source come. */
    public static String topicOf(String source) {
        return TOPICS + source;
    }

    /** The source whose payloads come on a topic. */
    public static String sourceOf(String topic) {
        return topic.substring(TOPICS.length());
    }

    /** The header, if it is there and not blank. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(text -> !text.isBlank());
    }
}
