package io.quanyu.ingest;

/** Why a payload, or one item of it, gave no event. The names are an interface: dead letters carry them. */
public enum Reason {
    /** Not the syntax that the source sends: broken JSON, XML, encoding or CSV group. */
    MALFORMED,
    /** Still encrypted, so nothing can be read; decrypting belongs to the collector. */
    ENCRYPTED,
    /** A payload, event type or tag that no adapter knows. */
    UNKNOWN_KIND,
    /** A field without which there is no fact is absent or empty. */
    MISSING_FIELD,
    /** A field holds what its type does not allow. */
    BAD_VALUE,
    /** Larger than Kafka takes: the payload, or the event that it would become. */
    TOO_LARGE,
    /** Two fields of one payload cannot both be true. */
    CONTRADICTORY,
    /** Well formed, and says nothing: an empty list, or an error answer of the platform. */
    NOTHING_TO_MAP,
    /** True, and about staff or settings, not about a customer. */
    NOT_A_CUSTOMER_FACT,
    /** No adapter has the name of the source. */
    UNKNOWN_SOURCE,
    /** The header that names the merchant is missing. */
    NO_TENANT,
    /** Another header that the source needs is missing or wrong. */
    BAD_HEADER,
    /** Our own fault: an adapter failed in a way nobody foresaw. The payload can be replayed after a fix. */
    ADAPTER_FAILED
}
