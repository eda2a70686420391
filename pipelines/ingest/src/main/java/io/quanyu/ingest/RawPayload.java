package io.quanyu.ingest;

import io.quanyu.contract.RecordSize;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The bytes as a source sent them, with what the collector knew about them.
 *
 * @param source name of the source, for example "youzan"
 * @param headers what the collector adds as text, by names of {@link io.quanyu.contract.RawHeaders}
 * @param body the payload; not copied, so nobody may change it
 * @param position where it stands
 */
@SuppressWarnings("ArrayRecordComponent") // A payload is compared by its position, never by its bytes.
public record RawPayload(String source, Map<String, String> headers, byte[] body, Position position) {

    public RawPayload {
        headers = Map.copyOf(headers);
    }

    /** Whether a record of its headers and body goes through Kafka. */
    public boolean fitsOnKafka() {
        long headerBytes = headers.entrySet().stream()
                .mapToLong(header -> utf8Bytes(header.getKey()) + utf8Bytes(header.getValue()))
                .sum();
        return RecordSize.fits(headerBytes + body.length);
    }

    private static long utf8Bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The header, if it is there and not blank. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(text -> !text.isBlank());
    }
}
