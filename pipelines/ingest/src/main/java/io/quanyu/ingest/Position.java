package io.quanyu.ingest;

/** Where a raw payload stands: Kafka topic, partition and offset. */
public record Position(String topic, int partition, long offset) {

    @Override
    public String toString() {
        return topic + "[" + partition + "]@" + offset;
    }
}
