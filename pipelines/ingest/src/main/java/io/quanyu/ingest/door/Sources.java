package io.quanyu.ingest.door;

import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The platforms and sources on the class path: ours, and those that a user adds. */
public final class Sources {

    private Sources() {}

    /** All platforms, as the thread's class loader finds them: a job finds those in its own jars, too. */
    public static List<Platform> platforms() {
        return ServiceLoader.load(Platform.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * All sources by name.
     *
     * @throws IllegalStateException if two share a name
     */
    public static SortedMap<String, Source> all() {
        return of(platforms());
    }

    /**
     * The source of that name.
     *
     * @throws IllegalArgumentException naming all that are known, if it is none of them
     */
    public static Source named(String name) {
        SortedMap<String, Source> all = all();
        Source source = all.get(name);
        if (source == null) {
            throw new IllegalArgumentException(
                    "Source " + name + " is not known, only " + String.join(", ", all.keySet()));
        }
        return source;
    }

    static SortedMap<String, Source> of(List<Platform> platforms) {
        SortedMap<String, Source> all = new TreeMap<>();
        for (Platform platform : platforms) {
            for (Source source : platform.sources()) {
                if (all.putIfAbsent(source.name(), source) != null) {
                    throw new IllegalStateException("Source " + source.name() + " of "
                            + platform.getClass().getName()
                            + " has the name of another: rename it, or take its jar off the class path");
                }
            }
        }
        return Collections.unmodifiableSortedMap(all);
    }
}
