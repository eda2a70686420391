package io.quanyu.jobs.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Lets a reader wait a moment after it got few records, so that it gets the next ones together: an answer of the broker for each event would cost more
 * than the event. A reader that finds nothing is not held up: the broker lets it wait until there is something, which costs nothing.
 */
public final class GatherABit implements ConsumerInterceptor<Object, Object> {

    private static final long MOMENT_MILLIS = 50;

    /** With more, the reader is behind, and the next ones are there already. */
    private static final int FEW = 64;

    @Override
    public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
        if (records.count() > 0 && records.count() < FEW) {
            try {
                Thread.sleep(MOMENT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}
