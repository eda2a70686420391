package io.quanyu.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * CPU seconds of the threads of this process by their work: a Flink task has a thread of its own. The threads of the
 * compiler and of the collector are none of Java's: of the latter the seconds of its pauses are known, the former is what is
 * missing from the whole.
 *
 * @param seconds by name, without the numbers that tell subtasks apart
 */
record ThreadShares(Map<String, Double> seconds) {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    private static final double WORTH_TELLING = 0.005;

    /** Of the threads that live now. */
    static ThreadShares now() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Double> seconds = new TreeMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                double used = threads.getThreadCpuTime(thread.getThreadId()) / NANOS;
                seconds.merge(work(thread.getThreadName()), used, Double::sum);
            }
        }
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            seconds.merge("pauses for garbage", collector.getCollectionTime() / MILLIS, Double::sum);
        }
        return new ThreadShares(seconds);
    }

    /** One line: the larger shares first. */
    String text() {
        double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        return seconds.entrySet().stream()
                .filter(share -> share.getValue() > all * WORTH_TELLING)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(share -> String.format("%s %.1f s", share.getKey(), share.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String work(String thread) {
        return thread.replaceFirst(" \\(\\d+/\\d+\\)#\\d+$", "")
                .replaceFirst("[-# ]+\\d+$", "")
                .replaceFirst("-thread$", "");
    }
}
