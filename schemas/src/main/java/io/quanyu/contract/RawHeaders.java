package io.quanyu.contract;

/** Headers of a payload, as UTF-8 text: what the collector knew about it. */
public final class RawHeaders {

    /** The merchant. */
    public static final String TENANT = "tenant";

    /** Shop, corp or advertiser account. */
    public static final String SHOP = "shop";

    /** The interface that gave the payload, for example "trade.get"; absent if the shape says it. */
    public static final String API = "api";

    /** When the collector received it, in epoch milliseconds. */
    public static final String RECEIVED_AT = "received_at";

    /** The text of the column map that reads a payload of pos-csv, events-csv or events-jsonl. */
    public static final String MAP = "map";

    /** Where the file stands among all that were fed: a number that grows. Absent if it came in no file. */
    public static final String FILE_ORDER = "file_order";

    private RawHeaders() {}
}
