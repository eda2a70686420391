package io.quanyu.serve.ask.platform;

import io.quanyu.contract.JobNames;
import io.quanyu.contract.RawTopics;
import io.quanyu.contract.StoredTopics;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until everything that stands on Kafka has gone through the jobs: first the raw payloads through ingestion, then the
 * events through the jobs that write the lake. What arrives in the meantime is not waited for.
 */
public final class FactsThrough {

    static final String INGEST = JobNames.group(JobNames.INGEST);
    static final String LAKE = JobNames.group(JobNames.LAKE);

    private static final long PAUSE_MILLIS = 250;

    private final KafkaTopics kafka;
    private final String deciding;
    private final Deadline deadline;
    private final Consumer<String> words;

    /**
     * Of the topics of a platform.
     *
     * @param deciding consumer group of the job that decides
     * @param words takes what a person should know of the waiting
     */
    public FactsThrough(KafkaTopics kafka, String deciding, Deadline deadline, Consumer<String> words) {
        this.kafka = kafka;
        this.deciding = deciding;
        this.deadline = deadline;
        this.words = words;
    }

    /** The ends of all raw and event topics that were waited for. */
    public TopicEnds await() throws InterruptedException {
        TopicEnds raw = kafka.ends(RawTopics::isRaw);
        await(raw, INGEST);
        TopicEnds events = kafka.ends(StoredTopics.names()::contains);
        await(events, LAKE);
        // The customer job need not read every kind; a topic that it never read is no debt.
        Map<TopicPartition, Long> read = kafka.read(deciding);
        await(
                events.only(topic -> read.keySet().stream()
                        .anyMatch(partition -> partition.topic().equals(topic))),
                deciding);
        return raw.and(events);
    }

    private void await(TopicEnds ends, String group) throws InterruptedException {
        long unread = ends.unread(kafka.read(group));
        while (unread > 0 && !deadline.isOver()) {
            Thread.sleep(PAUSE_MILLIS);
            unread = ends.unread(kafka.read(group));
        }
        if (unread > 0) {
            words.accept(
                    "Job " + group + " is " + unread + " records behind: what it has not written yet counts as lost."
                            + " If it runs (./quanyu status), wait longer with --wait");
        }
    }
}
