package io.quanyu.serve.ask.feed;

import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.door.Source;
import io.quanyu.serve.ask.platform.TopicPublisher;
import java.util.List;

/** Publishes payloads to the topic of their source, but for those that Kafka does not take. Closing it waits until it has all of them. */
public final class RawPublisher implements PayloadTarget, AutoCloseable {

    private static final String REPEATING =
            "Feeding the same files again repeats nothing: events have the ids of their platform";

    private final TopicPublisher publisher;

    private RawPublisher(TopicPublisher publisher) {
        this.publisher = publisher;
    }

    public static RawPublisher to(String servers, Source source) {
        return new RawPublisher(TopicPublisher.to(servers, source.topic(), REPEATING));
    }

    @Override
    public void take(String key, RawPayload raw, List<Outcome> outcomes) {
        if (raw.fitsOnKafka()) {
            publisher.send(key, raw.body(), raw.headers());
        }
    }

    @Override
    public void close() {
        publisher.close();
    }
}
