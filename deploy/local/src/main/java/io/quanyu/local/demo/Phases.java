package io.quanyu.local.demo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each part of a run took, in the order in which they began. */
final class Phases {

    private final Map<String, Duration> durations = new LinkedHashMap<>();

    /** Work that may wait for others and fail. */
    interface Work {
        void run() throws Exception;
    }

    void time(String phase, Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        durations.merge(phase, Duration.ofNanos(System.nanoTime() - begin), Duration::plus);
    }

    Map<String, Duration> durations() {
        return durations;
    }
}
