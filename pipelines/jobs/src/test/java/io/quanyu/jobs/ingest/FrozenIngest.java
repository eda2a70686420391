package io.quanyu.jobs.ingest;

import io.quanyu.events.MessageAction;
import io.quanyu.jobs.Frozen;
import io.quanyu.jobs.kafka.TopicRecord;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The operator of the ingest job. */
public final class FrozenIngest {

    private FrozenIngest() {}

    public static Stream<Frozen<?>> operators() {
        return Stream.of(new Frozen<>(
                "withhold-text",
                WithholdTextTest::harness,
                chats -> chats.processElement(WithholdTextTest.message(MessageAction.DECLINED, 10, null), 0),
                chats -> chats.processElement(WithholdTextTest.message(MessageAction.SENT, 11, "糖尿病"), 0)));
    }

    /** Its job, between source and sinks. */
    public static void define(DataStream<TopicRecord> payloads, Path keys) {
        IngestJob.define(payloads, keys);
    }
}
