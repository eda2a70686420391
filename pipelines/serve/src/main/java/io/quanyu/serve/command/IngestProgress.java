package io.quanyu.serve.command;

import io.quanyu.serve.command.rows.IngestTally;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says now and then how far the reading of files is, and how fast it went since it last said so. */
final class IngestProgress {

    private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final IngestTally tally;
    private final PrintWriter out;
    private long shown = System.nanoTime();
    private long shownCount;

    IngestProgress(IngestTally tally, PrintWriter out) {
        this.tally = tally;
        this.out = out;
    }

    /** Cheap: prints a line if the last one is long ago. */
    void payload() {
        long now = System.nanoTime();
        if (now - shown >= EVERY_NANOS) {
            String counts =
                    tally.payloads() + " read, " + tally.accepted() + " accepted, " + tally.refused() + " refused";
            show(counts, tally.payloads(), now);
        }
    }

    /** As cheap, for rows of which payloads are made when all of them are there. */
    void gathered(long rows) {
        long now = System.nanoTime();
        if (now - shown >= EVERY_NANOS) {
            show(rows + " rows gathered", rows, now);
        }
    }

    private void show(String counts, long count, long now) {
        double rate = (count < shownCount ? count : count - shownCount) * 1e9 / (now - shown);
        out.printf(Locale.ROOT, "%s, %.0f a second%n", counts, rate);
        out.flush();
        shown = now;
        shownCount = count;
    }
}
