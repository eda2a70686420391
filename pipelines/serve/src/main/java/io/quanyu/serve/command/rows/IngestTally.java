package io.quanyu.serve.command.rows;

import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Outcome.Refused;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what became of payloads. */
public final class IngestTally {

    private final String source;
    private final SortedMap<String, Long> accepted = new TreeMap<>();
    private final SortedMap<String, Long> refused = new TreeMap<>();
    private final SortedMap<String, Long> dropped = new TreeMap<>();
    private long payloads;

    public IngestTally(String source) {
        this.source = source;
    }

    public void count(Collection<Outcome> outcomes) {
        payloads++;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Accepted event) {
                accepted.merge(event.kind(), 1L, Long::sum);
                event.dropped().forEach(this::drop);
            } else if (outcome instanceof Refused refusal) {
                refused.merge(refusal.reason().name(), 1L, Long::sum);
            }
        }
    }

    /** Counts something that is left out, and rightly so. */
    public void drop(String what) {
        dropped.merge(what, 1L, Long::sum);
    }

    public long payloads() {
        return payloads;
    }

    /** How many events there are. */
    public long accepted() {
        return sum(accepted);
    }

    public long refused() {
        return sum(refused);
    }

    public void print(PrintWriter out) {
        out.println(payloads + " payloads of " + source + ": " + accepted() + " events accepted, " + refused()
                + " refused");
        var table = new AlignedRows(out);
        table.columns(List.of("outcome", "of", "count"));
        accepted.forEach((kind, count) -> table.row(List.of("accepted", kind, count)));
        refused.forEach((reason, count) -> table.row(List.of("refused", reason, count)));
        dropped.forEach((what, count) -> table.row(List.of("dropped", what, count)));
        table.end();
    }

    private static long sum(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
