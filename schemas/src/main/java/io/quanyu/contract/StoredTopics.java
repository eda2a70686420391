package io.quanyu.contract;

import io.quanyu.events.DeadLetter;
import java.util.List;
import java.util.stream.Stream;

/** The topics whose values the lake keeps: those of all kinds of events, and that of dead letters. */
public final class StoredTopics {

    /** Not events: what was refused. */
    public static final StoredTopic DEAD_LETTER = StoredTopic.of("dead-letter", "ods.dead_letter", DeadLetter.class);

    private static final List<StoredTopic> ALL = Stream.concat(
                    EventKinds.all().stream().map(EventKind::stored), Stream.of(DEAD_LETTER))
            .toList();

    private StoredTopics() {}

    public static List<StoredTopic> all() {
        return ALL;
    }

    /** Names of the topics. */
    public static List<String> names() {
        return ALL.stream().map(StoredTopic::topic).toList();
    }

    /**
     * The topic of a name.
     *
     * @throws IllegalArgumentException if the lake keeps no topic of this name
     */
    public static StoredTopic named(String topic) {
        return ALL.stream()
                .filter(candidate -> candidate.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Topic " + topic
                        + " holds neither events nor dead letters: the topics that do are " + names()));
    }
}
