package io.quanyu.ingest.door;

import java.util.List;

/**
 * A platform whose payloads can be read, with all its sources.
 *
 * <p>{@link java.util.ServiceLoader} finds it: a class with a public constructor without parameters, in the folder of the
 * platform, that {@code META-INF/services/io.quanyu.ingest.door.Platform} names. It may come in a jar of its own.
 */
public interface Platform {

    /** What events call it, for example "wecom". The names of its sources begin with it. */
    String name();

    /** What people call it, for example "企业微信". */
    String chineseName();

    /** At least one. */
    List<Source> sources();
}
