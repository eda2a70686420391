package io.quanyu.serve.ask.feed;

import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.RawPayload;
import java.util.List;

/** Where the payloads of files go. */
@FunctionalInterface
public interface PayloadTarget {

    /**
     * Takes a payload.
     *
     * @param key its key on Kafka
     * @param outcomes what ingestion makes of it
     */
    void take(String key, RawPayload raw, List<Outcome> outcomes);
}
