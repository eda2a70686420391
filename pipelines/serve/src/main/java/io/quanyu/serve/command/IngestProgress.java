package io.quanyu.serve.command;

import io.quanyu.serve.command.rows.IngestTally;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says now and then how far the reading of files is. */
final class IngestProgress {

    private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final IngestTally tally;
    private final PrintWriter out;
    private final long started = System.nanoTime();
    private long shown = started;

    IngestProgress(IngestTally tally, PrintWriter out) {
        this.tally = tally;
        this.out = out;
    }

    /** Cheap: prints a line if the last one is long ago. */
    void show() {
        long now = System.nanoTime();
        if (now - shown < EVERY_NANOS) {
            return;
        }
        shown = now;
        double seconds = (now - started) / 1e9;
        out.printf(
                Locale.ROOT,
                "%d read, %d accepted, %d refused, %.0f a second%n",
                tally.payloads(),
                tally.accepted(),
                tally.refused(),
                tally.payloads() / seconds);
        out.flush();
    }
}
