package io.quanyu.local.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The Flink jobs of the platform. */
public enum PlatformJob {

    /** Turns raw payloads into events and dead letters. */
    INGEST,

    /** Writes events and dead letters into the lake. */
    LAKE,

    /** Decides about persons, customers and channels. */
    CUSTOMER;

    /** The job of a name, as Flink's web page shows it: that of a later generation ends in its number. */
    public static Optional<PlatformJob> named(String name) {
        String job = name.replaceFirst("-[0-9]+$", "");
        return Arrays.stream(values()).filter(one -> one.title().equals(job)).findFirst();
    }

    /** Its name in messages and in Flink, and the name of its folder of checkpoints. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it reads. */
    public List<String> topics() {
        return this == CUSTOMER ? with(facts(), PlatformTopics.CLOCK) : facts();
    }

    /** What it reads but for the ticks of the clock, which never end. */
    public List<String> facts() {
        return switch (this) {
            case INGEST -> PlatformTopics.RAW;
            case LAKE -> with(PlatformTopics.EVENT, PlatformTopics.DEAD_LETTER);
            case CUSTOMER -> PlatformTopics.FACTS;
        };
    }

    private static List<String> with(List<String> topics, String another) {
        return Stream.concat(topics.stream(), Stream.of(another)).toList();
    }
}
