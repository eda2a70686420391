package io.quanyu.ingest.file;

import io.quanyu.ingest.RawPayload;
import java.util.Map;

/**
 * One raw payload cut out of a file.
 *
 * @param key what the collector may use as Kafka key, for example the order number of a CSV group
 * @param headers headers that come from the file itself: {@link RawPayload#MAP} for a file with a column map, else none
 * @param body the payload
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and sent; nobody compares them.
public record FilePayload(String key, Map<String, String> headers, byte[] body) {

    public FilePayload {
        headers = Map.copyOf(headers);
    }
}
