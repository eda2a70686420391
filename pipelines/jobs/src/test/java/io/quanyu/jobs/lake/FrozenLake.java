package io.quanyu.jobs.lake;

import static io.quanyu.jobs.lake.DropRepeatsTest.PAID;

import io.quanyu.jobs.Frozen;
import io.quanyu.jobs.kafka.TopicRecord;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The operator of the lake job. */
public final class FrozenLake {

    private FrozenLake() {}

    public static Stream<Frozen<?>> operators() {
        return Stream.of(new Frozen<>(
                "drop-repeats",
                DropRepeatsTest::harness,
                events -> events.processElement(PAID, 0),
                events -> events.processElement(PAID, 0)));
    }

    /** Its job, between source and sinks. */
    public static void define(DataStream<TopicRecord> records) {
        LakeJob.define(records);
    }
}
