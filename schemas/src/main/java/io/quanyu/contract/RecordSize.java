package io.quanyu.contract;

/**
 * How large a record may be on Kafka: what the broker takes, what producers send, and what the door lets through. A topic that has a limit of its
 * own ({@code max.message.bytes}) must not have a lower one.
 *
 * <p>Consumers need no setting for it: a fetch brings at least one batch, however large.
 */
public final class RecordSize {

    /** Of a record as it travels, with everything that Kafka adds: 8 MiB. */
    public static final int LARGEST_BYTES = 8 * 1024 * 1024;

    /** For what Kafka adds, a key that nobody counted, and compression that makes a record longer. */
    private static final int SPARE_BYTES = 64 * 1024;

    private RecordSize() {}

    /** Whether a record goes through whose key, value and headers have so many bytes together. */
    public static boolean fits(long bytes) {
        return bytes <= LARGEST_BYTES - SPARE_BYTES;
    }
}
