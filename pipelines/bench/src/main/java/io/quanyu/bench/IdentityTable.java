package io.quanyu.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The answer of {@link IdentityCommand} as Markdown. */
record IdentityTable(List<Row> rows) {

    private static final double MEBI = 1 << 20;
    private static final double HUNDRED = 100;

    /**
     * One run.
     *
     * @param size about how many identifiers
     * @param measured null if it did not finish
     */
    record Row(Contestant contestant, long size, int cores, @Nullable Measured measured) {

        String text() {
            if (measured == null) {
                return line("| %,d | %d | %s | did not finish | | | | | | | |", size, cores, contestant.title());
            }
            return line(
                    "| %,d | %d | %s | %,d | %.1f | %.1f | **%,.0f** | %s | %s | %s | %,.0f |",
                    size,
                    cores,
                    contestant.title(),
                    measured.events(),
                    measured.wallSeconds(),
                    measured.cpuSeconds(),
                    measured.eventsPerCpuSecond(),
                    measured.checkpointBytes() == 0 ? "" : measured.checkpoints(),
                    measured.checkpointBytes() == 0 ? "" : line("%,.0f", measured.checkpointBytes() / MEBI),
                    measured.checkpointBytes() == 0 ? "" : line("%,d", measured.checkpointBytes() / size),
                    measured.heapBytes() / MEBI);
        }
    }

    void print(PrintStream out) {
        Runtime machine = Runtime.getRuntime();
        out.println(line(
                "%s, %d cores, Java %s, %s%n",
                LocalDate.now(ZoneOffset.UTC),
                machine.availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("os.name")));
        printWorkloads(out);
        out.println("| identifiers | cores | | link events | wall s | CPU s | link events a CPU second |"
                + " checkpoints | each MiB | bytes an identifier | heap MiB |");
        out.println("|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        rows.forEach(row -> out.println(row.text()));
    }

    private void printWorkloads(PrintStream out) {
        out.println(
                "| identifiers | distinct | link events | links | repeats | merges of two with accounts | persons |");
        out.println("|---:|---:|---:|---:|---:|---:|---:|");
        for (Row row : rows) {
            if (row.contestant() == Contestant.UNION_FIND && row.measured() != null) {
                Census census = row.measured().census();
                out.println(line(
                        "| %,d | %,d | %,d | %,d | %.1f %% | %,d (%.1f %% of events) | %,d |",
                        row.size(),
                        census.identifiers(),
                        row.measured().events(),
                        census.links(),
                        HUNDRED * census.repeats() / census.links(),
                        census.merges(),
                        HUNDRED * census.merges() / row.measured().events(),
                        census.persons()));
            }
        }
        out.println();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
