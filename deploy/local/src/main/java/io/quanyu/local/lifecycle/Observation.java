package io.quanyu.local.lifecycle;

import io.quanyu.local.flink.JobReport;
import io.quanyu.local.platform.PlatformFolder;
import java.util.List;

/**
 * What a running platform sees of itself, as it tells it every few seconds.
 *
 * @param atMillis when, epoch milliseconds
 * @param trino whether it takes queries
 * @param jobs in their order
 */
public record Observation(long atMillis, Answer<KafkaView> kafka, Answer<Boolean> trino, Answer<List<JobReport>> jobs) {

    static final DataFile<Observation> FILE = new DataFile<>("observation.json", Observation.class);

    private static final String NEVER = "the platform has not said anything";
    private static final Observation NONE =
            new Observation(0, Answer.none(NEVER), Answer.none(NEVER), Answer.none(NEVER));

    /** As the platform of a data folder told it last; of the beginning of time if it never did. */
    public static Observation in(PlatformFolder data) {
        return FILE.in(data, NONE);
    }
}
