package io.quanyu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a recorded process spent its time: samples by the method that ran, and by every method on the stack.
 *
 * @param samples how many
 * @param running by the method on top of the stack
 * @param within by each method of ours on the stack, the benchmark's own too
 */
record ProfileSummary(int samples, Map<String, Integer> running, Map<String, Integer> within) {

    private static final int TOP = 25;
    private static final double HUNDRED = 100;

    /** Of the time between the first event and the last result. */
    static ProfileSummary read(Path recording, Measured measured) throws IOException {
        Map<String, Integer> running = new HashMap<>();
        Map<String, Integer> within = new HashMap<>();
        int samples = 0;
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (isSample(event) && isWithin(event.getStartTime().toEpochMilli(), measured)) {
                    count(event.getStackTrace().getFrames(), running, within);
                    samples++;
                }
            }
        }
        return new ProfileSummary(samples, running, within);
    }

    private static boolean isSample(RecordedEvent event) {
        return event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null;
    }

    private static boolean isWithin(long millis, Measured measured) {
        return measured.beginMillis() <= millis && millis <= measured.endMillis();
    }

    /** Two tables. */
    String text() {
        return "Running, percent of " + samples + " samples\n" + table(running) + "\nOn the stack, percent\n"
                + table(within);
    }

    private static void count(List<RecordedFrame> frames, Map<String, Integer> running, Map<String, Integer> within) {
        Set<String> seen = new HashSet<>();
        for (RecordedFrame frame : frames) {
            String method = name(frame.getMethod());
            if (seen.isEmpty()) {
                running.merge(method, 1, Integer::sum);
            }
            if (seen.add(method) && method.startsWith("io.quanyu.")) {
                within.merge(method, 1, Integer::sum);
            }
        }
    }

    private static String name(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }

    private String table(Map<String, Integer> counts) {
        StringBuilder text = new StringBuilder();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(TOP)
                .forEach(entry -> text.append(
                        String.format("%6.1f  %s%n", HUNDRED * entry.getValue() / samples, entry.getKey())));
        return text.toString();
    }
}
