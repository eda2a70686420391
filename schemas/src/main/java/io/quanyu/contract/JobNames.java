package io.quanyu.contract;

/** The jobs of the platform: each name is also that of its folder of checkpoints. */
public final class JobNames {

    /** Payloads to events. */
    public static final String INGEST = "ingest";

    /** Events to the lake. */
    public static final String LAKE = "lake";

    /** Events to what is said of persons and channels. */
    public static final String CUSTOMER = "customer";

    private JobNames() {}

    /** The consumer group in which a job commits, with each checkpoint, how far it has read. */
    public static String group(String job) {
        return "quanyu-" + job;
    }
}
