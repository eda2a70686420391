package io.quanyu.contract;

/** The topics of payloads as they were received, one for each source: {@code raw.<source>}. */
public final class RawTopics {

    private static final String PREFIX = "raw.";

    private RawTopics() {}

    /** The topic of a source, for example {@code raw.youzan}. */
    public static String of(String source) {
        return PREFIX + source;
    }

    /** Whether a topic holds payloads. */
    public static boolean isRaw(String topic) {
        return topic.startsWith(PREFIX);
    }

    /**
     * The source whose payloads a topic holds.
     *
     * @throws IllegalArgumentException if it holds none
     */
    public static String sourceOf(String topic) {
        if (!isRaw(topic)) {
            throw new IllegalArgumentException(
                    "Topic " + topic + " holds no payloads: such topics are " + of("<source>"));
        }
        return topic.substring(PREFIX.length());
    }
}
