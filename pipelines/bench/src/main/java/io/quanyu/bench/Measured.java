package io.quanyu.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What one contestant used.
 *
 * @param beginMillis when the first event came, epoch milliseconds
 * @param endMillis when the last result came, epoch milliseconds
 * @param events events with at least one link
 * @param results what it said
 * @param checkpoints taken until the last result
 * @param checkpointBytes of all files of a full checkpoint at the end; 0 where there is none
 * @param heapBytes in use at the end, after a full collection
 * @param threads {@link ThreadShares} as text
 * @param census only of the contestant that counts it
 */
record Measured(
        long beginMillis,
        long endMillis,
        long events,
        long results,
        double wallSeconds,
        double cpuSeconds,
        long checkpoints,
        long checkpointBytes,
        long heapBytes,
        String threads,
        Census census) {

    static Measured of(long checkpoints, long checkpointBytes, long heapBytes, ThreadShares threads, Census census) {
        Meter meter = Meter.ofThisProcess();
        return new Measured(
                meter.beginMillis(),
                meter.endMillis(),
                meter.events(),
                meter.results(),
                meter.wallSeconds(),
                meter.cpuSeconds(),
                checkpoints,
                checkpointBytes,
                heapBytes,
                threads.text(),
                census);
    }

    double eventsPerCpuSecond() {
        return events / cpuSeconds;
    }

    void write(Path file) throws IOException {
        var values = new Properties();
        values.setProperty("begin", String.valueOf(beginMillis));
        values.setProperty("end", String.valueOf(endMillis));
        values.setProperty("events", String.valueOf(events));
        values.setProperty("results", String.valueOf(results));
        values.setProperty("wall", String.valueOf(wallSeconds));
        values.setProperty("cpu", String.valueOf(cpuSeconds));
        values.setProperty("checkpoints", String.valueOf(checkpoints));
        values.setProperty("checkpoint", String.valueOf(checkpointBytes));
        values.setProperty("heap", String.valueOf(heapBytes));
        values.setProperty("threads", threads);
        values.setProperty("links", String.valueOf(census.links()));
        values.setProperty("repeats", String.valueOf(census.repeats()));
        values.setProperty("merges", String.valueOf(census.merges()));
        values.setProperty("identifiers", String.valueOf(census.identifiers()));
        values.setProperty("persons", String.valueOf(census.persons()));
        try (Writer out = Files.newBufferedWriter(file)) {
            values.store(out, null);
        }
    }

    static Measured read(Path file) throws IOException {
        var values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            values.load(in);
        }
        return new Measured(
                number(values, "begin"),
                number(values, "end"),
                number(values, "events"),
                number(values, "results"),
                Double.parseDouble(values.getProperty("wall")),
                Double.parseDouble(values.getProperty("cpu")),
                number(values, "checkpoints"),
                number(values, "checkpoint"),
                number(values, "heap"),
                values.getProperty("threads"),
                new Census(
                        number(values, "links"),
                        number(values, "repeats"),
                        number(values, "merges"),
                        number(values, "identifiers"),
                        number(values, "persons")));
    }

    private static long number(Properties values, String name) {
        return Long.parseLong(values.getProperty(name));
    }
}
