package io.quanyu.serve.ask.platform;

import io.quanyu.contract.ClockTopic;
import io.quanyu.contract.EventKinds;
import io.quanyu.contract.RawTopics;
import java.time.Duration;
import java.util.Optional;

/** How long Kafka keeps what stands on the topics, and on which of them anybody may say so. */
public final class TopicRetention {

    /** Topics that are kept alike. */
    public enum Topics {

        /** Payloads as they came. Nothing reads them again once they are events. */
        RAW,

        /** Events, and the ticks by which they were judged: what a rebuild begins with. */
        EVENT;

        private boolean has(String topic) {
            return switch (this) {
                case RAW -> RawTopics.isRaw(topic);
                case EVENT -> EventKinds.topics().contains(topic) || topic.equals(ClockTopic.NAME);
            };
        }
    }

    private static final String KEY = "retention.ms";
    private static final String FOR_EVER = "-1";

    private final KafkaTopics kafka;

    public TopicRetention(KafkaTopics kafka) {
        this.kafka = kafka;
    }

    /** The shortest of the times for which these topics are kept; empty: for ever. */
    public Optional<Duration> of(Topics topics) {
        return kafka.settings(topics::has, KEY).stream()
                .filter(millis -> !millis.equals(FOR_EVER))
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .min(Duration::compareTo);
    }

    /** Lets Kafka delete what is older. Empty: nothing. */
    public void keep(Topics topics, Optional<Duration> time) {
        kafka.set(
                topics::has,
                KEY,
                time.map(Duration::toMillis).map(String::valueOf).orElse(FOR_EVER));
    }
}
